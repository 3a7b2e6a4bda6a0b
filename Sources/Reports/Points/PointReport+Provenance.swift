import DesignSpace

extension PointReport {
    /// The report in a format, with facts about where its figures come from in it: members of the JSON object and columns of every CSV
    /// row, a paragraph behind a Markdown table, comments before a LaTeX table.
    public func rendered(as format: ReportFormat, provenance: [(name: String, value: String)]) -> String {
        let notes = provenance.map { "\($0.name) \($0.value)" }.joined(separator: " · ")
        switch format {
        case .json:
            let facts = provenance.map { JSONValue.Member(key: $0.name, value: .string($0.value)) }
            return JSONValue.object(facts + [.init(key: "points", value: .array(rows.map(JSONValue.init(row:))))]).text
        case .csv:
            let columns = rows.map { row -> JSONValue in
                guard case .object(let members) = JSONValue(row: row) else { return .null }
                let known = Set(members.map(\.key))
                let facts = provenance.filter { !known.contains($0.name) }
                return .object(members + facts.map { JSONValue.Member(key: $0.name, value: .string($0.value)) })
            }
            return TextTable(csvOf: columns).rendered(as: .csv)
        case .latex:
            return provenance.map { "% \($0.name): \($0.value.filter { !$0.isNewline })\n" }.joined() + rendered(as: .latex)
        case .markdown, .text: return rendered(as: format) + "\n\(notes)\n"
        }
    }
}
