import DesignSpace

extension EvaluatedStudy {
    /// The row that a command line names: of those that have all that is said of it the first, and where others of its source are left,
    /// the one that was trained longest, which is said; a point that the study does not list is priced for it.
    ///
    /// - Throws: `CommandFailure` with status 64 if there is none.
    func row(
        of name: RowName, on dataset: String?, from source: Accuracy.Source?
    ) throws(CommandFailure) -> EvaluatedPoint {
        let dataset = dataset.map { (try? study.datasetName($0)) ?? $0 }
        let rows = rows(of: name.reference).filter { dataset == nil || $0.point.dataset == dataset }
        if rows.isEmpty, source == nil, name.isOpen, let row = unlisted(name.reference, on: dataset) { return row }
        let named = rows.filter { (source == nil || $0.accuracy?.source == source) && name.fits($0) }
        guard let leading = named.first, named.count >= name.ordinal else {
            throw CommandFailure(.usage, missing(name, among: rows, on: dataset, from: source))
        }
        // A first one by number is written without it.
        guard name.ordinal == 1 else { return named[name.ordinal - 1] }
        let here = named.filter { $0.point.dataset == leading.point.dataset }
        // The paper has none of some points: an accuracy that there is says more.
        let first = here.first { $0.accuracyPercent != nil } ?? leading
        let equals = here.filter { $0.accuracy?.source == first.accuracy?.source }
        let row = equals.reduce(first) { $1.epochs > $0.epochs ? $1 : $0 }
        // A published accuracy comes before others where nothing is said; a recipe and an import that have one name are both meant.
        let isChoice = name.detail != nil || first.index != leading.index
        let others = (isChoice ? here : equals).filter { $0.index != row.index }.map { "'\($0.rowName.text)'" }
        if !others.isEmpty {
            Diagnostics.write("bitfront: '\(row.rowName.text)' is taken; there are \(others.joined(separator: ", ")) too")
        }
        return row
    }

    private func missing(
        _ name: RowName, among rows: [EvaluatedPoint], on dataset: String?, from source: Accuracy.Source?
    ) -> String {
        if let source, let said = name.kind, said.source != source {
            return "'\(name.text)' says \(said.word), and --source \(source.rawValue): leave one of them out"
        }
        let there = Set(rows.map(\.rowName.text)).sorted().prefix(8)
        guard name.isOpen || there.isEmpty else {
            return "there is no row '\(name.text)' in study '\(study.name)': there are \(there.joined(separator: ", "))"
        }
        let reason = (source.map { "has no \($0.rawValue) accuracy" } ?? "has no row") + (dataset.map { " on \($0)" } ?? "")
        return "\(name.reference.name) \(reason) in study '\(study.name)': bitfront table lists the points there are"
    }
}

extension EvaluatedPoint {
    /// How many epochs the longest of its runs had; 0 for a row without any.
    fileprivate var epochs: Int { runs.map(\.epochs).max() ?? 0 }
}
