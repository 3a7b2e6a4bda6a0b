import DesignSpace

extension EvaluatedStudy {
    /// The row that a command line names: of those that have all that is said of it the first, and where runs of several recipes are left,
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
        guard let first = named.first, named.count >= name.ordinal else {
            throw CommandFailure(.usage, missing(name, among: rows, on: dataset, from: source))
        }
        guard name.isOpen else { return named[name.ordinal - 1] }
        let equals = named.filter { $0.accuracy?.source == first.accuracy?.source && $0.point.dataset == first.point.dataset }
        let row = equals.reduce(first) { $1.epochs > $0.epochs ? $1 : $0 }
        if equals.count > 1 {
            let others = equals.filter { $0.index != row.index }.map { "'\($0.rowName.text)'" }
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

extension RowName {
    /// Whether it says no more than the design point.
    fileprivate var isOpen: Bool { kind == nil && detail == nil && ordinal == 1 }

    /// Whether a row of the point is all that the name says.
    fileprivate func fits(_ row: EvaluatedPoint) -> Bool {
        kind.map { $0 == Kind(row.accuracy?.source) } ?? true && detail.map { $0 == row.rowName.detail } ?? true
    }
}

extension EvaluatedPoint {
    /// The name that tells it from rows of other sources and recipes.
    fileprivate var rowName: RowName {
        RowName(
            point.reference, kind: RowName.Kind(accuracy?.source),
            detail: detail?.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// How many epochs the longest of its runs had; 0 for a row without any.
    fileprivate var epochs: Int { runs.map(\.epochs).max() ?? 0 }
}
