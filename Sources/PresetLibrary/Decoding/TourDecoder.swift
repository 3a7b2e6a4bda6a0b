import DesignSpace

extension FieldReader {
    /// Reads a tour of one of the studies.
    mutating func tour(name: String, studies: [Study]) -> Tour? {
        let title = text("title")
        var study: Study?
        if let node = node("study"), let wanted = self.name(of: node, "study") {
            study = studies.first { $0.name == wanted }
            if study == nil { reportUnknown("study", wanted, among: studies.map(\.name), at: node.position) }
        }
        guard let study else {
            // Without it nobody knows which data sets and points there are.
            _ = allEntries()
            return nil
        }
        let stops = list("stops") { $0.stop(benchmarks: study.benchmarks) }
        if stops.isEmpty, problems.isEmpty {
            report(.outOfRange(key: "stops", found: "no stop", expected: "one or more"), at: position)
        }
        guard problems.isEmpty, let title else { return nil }
        return Tour(name: name, title: title, study: study.name, stops: stops)
    }

    private mutating func stop(benchmarks: [Study.Benchmark]) -> Tour.Stop? {
        let title = text("title")
        let caption = text("caption")
        let notes = text("notes", isOptional: true) ?? ""
        let view: Tour.View? = choice("view")
        let dataset = dataset(among: benchmarks.map(\.dataset))
        let networks = benchmarks.filter { dataset == nil || $0.dataset == dataset }.flatMap(\.networks)
        let point = node("point", isOptional: true).flatMap { rowName(of: $0, "point", among: networks) }
        let marks = elements("marks", isOptional: true).compactMap { rowName(of: $0, "an entry of marks", among: networks) }
        let filter = filter()
        let columns = columns()
        let cost: CostAxis? = choice("x", default: .energy)
        let quality: GainAxis? = choice("y", default: .accuracy)
        guard let title, let caption, let view, let cost, let quality else { return nil }
        return Tour.Stop(
            title: title, caption: caption, notes: notes, view: view, dataset: dataset, filter: filter, point: point, marks: marks,
            columns: columns, cost: cost, quality: quality)
    }

    /// The row that a node names as `:select` does: a point whose network exists, and whose accuracy.
    private mutating func rowName(of node: PresetNode, _ key: String, among known: [String]) -> RowName? {
        let text = node.text ?? ""
        let rest = text.drop { !$0.isWhitespace }
        guard let reference = point(of: node, key, named: String(text.dropLast(rest.count)), among: known) else { return nil }
        // A point was read of it, so that it is a name.
        guard let name = try? RowName(text) else { return nil }
        guard name.kind != nil || name.detail == nil else {
            report(
                .wrongType(key: key, found: "'\(text)'", expected: "behind \(reference.name) nothing, or \(Self.wholeRowName)"),
                at: node.position)
            return nil
        }
        return name
    }

    private static let wholeRowName =
        "whose accuracy: \(RowName.Kind.words.joined(separator: ", ")), and then the recipe or the import's source"

    /// The data set, if it is one of those that there are.
    private mutating func dataset(among known: [String]) -> String? {
        guard let node = node("dataset", isOptional: true), let wanted = name(of: node, "dataset") else { return nil }
        guard known.contains(wanted) else {
            reportUnknown("data set", wanted, among: known, at: node.position)
            return nil
        }
        return wanted
    }

    private mutating func columns() -> [Column] {
        elements("columns", isOptional: true).compactMap { node in
            if let column = node.text.flatMap(Column.init(rawValue:)) { return column }
            let known = Column.allCases.map(\.rawValue).joined(separator: ", ")
            report(.wrongType(key: "an entry of columns", found: node.summary, expected: "one of \(known)"), at: node.position)
            return nil
        }
    }

    private mutating func filter() -> Filter? {
        guard let node = node("filter", isOptional: true), let text = text(of: node, "filter") else { return nil }
        do {
            return try Filter(text)
        } catch {
            report(.wrongType(key: "filter", found: "'\(text)'", expected: "a filter: \(error.message)"), at: node.position)
            return nil
        }
    }
}
