/// What does not hold in a store, in every format.
public struct VerificationReport: Hashable, Sendable {
    /// One thing that does not hold.
    public struct Row: Hashable, Sendable {
        let key: String?
        let problem: String

        /// Makes a row; without a key it is of the file as a whole.
        public init(key: String?, problem: String) {
            self.key = key
            self.problem = problem
        }
    }

    let summary: String
    let rows: [Row]

    /// Makes a report.
    ///
    /// - Parameter summary: what was looked at, in a sentence.
    public init(summary: String, rows: [Row]) {
        self.summary = summary
        self.rows = rows
    }

    /// The report in a format; JSON is an array of objects, empty if everything holds.
    public func rendered(as format: ReportFormat) -> String {
        if format == .json {
            return JSONValue.array(rows.map { .object(["key": .optional($0.key), "problem": .string($0.problem)]) }).text
        }
        let table = TextTable(
            headings: [.init("record"), .init("what does not hold")],
            rows: rows.map { [$0.key.map { String($0.prefix(12)) } ?? "the store", $0.problem] })
        guard format == .text else { return table.rendered(as: format) }
        return (rows.isEmpty ? "" : table.rendered(as: .text) + "\n") + summary + "\n"
    }
}
