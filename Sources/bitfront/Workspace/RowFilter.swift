import DesignSpace

/// The rows that `--where` leaves, and what is said where it leaves none.
struct RowFilter {
    let filter: Filter

    /// Reads a filter.
    ///
    /// - Throws: `CommandFailure` with status 64, which shows where the mistake is.
    init(_ text: String) throws(CommandFailure) { filter = try CommandFailure.catching { try Filter(text) } }

    /// Whether it asks for the frontier, which is that of all points then.
    var asksForFrontier: Bool { filter.asks(for: .frontier) }

    /// The filter as it was written.
    var text: String { filter.text }

    /// The rows that pass; that none does is said on standard error.
    ///
    /// - Parameter dataset: the data set that the rows are of; nil if they are all that there are.
    func passing(_ rows: [EvaluatedPoint], on dataset: String?) -> [EvaluatedPoint] {
        let passing = filter.passing(rows)
        if let unknown = filter.unknownDrops(among: CompactRows(rows)) { Diagnostics.write("bitfront: \(unknown)") }
        if passing.isEmpty, !rows.isEmpty { Diagnostics.write("bitfront: \(nothingPasses(rows, on: dataset))") }
        return passing
    }

    /// That nothing passes, and why: which name it asks for that there is not, or else what there is.
    private func nothingPasses(_ rows: [EvaluatedPoint], on dataset: String?) -> String {
        let summary = "none of \(rows.count.counted("design point")) passes '\(filter.text)'"
        if let absent = filter.absentValue(among: CompactRows(rows)), dataset == nil || absent.field != .data {
            return "\(summary): \(absent.text(on: dataset))"
        }
        func names(_ name: KeyPath<DesignPoint, String>) -> String {
            Set(rows.map { $0.point[keyPath: name] }).sorted().joined(separator: ", ")
        }
        let found = Set(rows.compactMap(\.accuracy?.source))
        let sources = Accuracy.Source.allCases.filter(found.contains).map(\.rawValue).joined(separator: ", ")
        return "\(summary); the networks are \(names(\.network)), the data sets \(names(\.dataset))"
            + (sources.isEmpty ? "" : ", the sources \(sources)")
    }
}
