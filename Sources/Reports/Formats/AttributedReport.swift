import DesignSpace
import Terminal

/// A report that can be written into a file with where its figures come from.
public protocol AttributedReport {
    /// What the elements of its JSON are, as `points`: their key beside the facts.
    var content: String { get }

    /// All that it says: an object, or an array of objects.
    var json: JSONValue { get }

    /// Its figures, unrounded, under keys.
    var csv: TextTable { get }

    /// Keys that mean something of the report's own even where its CSV leaves them out, so that no fact may stand under them.
    var reservedKeys: Set<String> { get }

    /// The report in a format.
    func rendered(as format: ReportFormat) -> String
}

extension AttributedReport {
    /// None: the keys of its CSV are all there are.
    public var reservedKeys: Set<String> { [] }

    /// The report in a format, with facts about where its figures come from in it: members of the JSON object and columns of every CSV
    /// row, a paragraph behind a Markdown table, comments before a LaTeX table; below that is printed what its figures are not as published
    /// by.
    ///
    /// A fact that the report says itself under the same name is the report's.
    public func rendered(as format: ReportFormat, provenance: [Provenance.Fact]) -> String {
        let notes = provenance.map { "\($0.name) \($0.value)" }.joined(separator: " · ")
        switch format {
        case .json:
            let own: [JSONValue.Member]
            if case .object(let members) = json { own = members } else { own = [.init(key: content, value: json)] }
            let known = Set(own.map(\.key))
            let facts = provenance.filter { !known.contains($0.name) }
            return JSONValue.object(facts.map { .init(key: $0.name, value: .string($0.value)) } + own).text
        case .csv:
            let table = csv
            let known = reservedKeys.union(table.headings.map(\.text))
            let facts = provenance.filter { !known.contains($0.name) }
            return TextTable(
                headings: table.headings + facts.map { .init($0.name) }, rows: table.rows.map { $0 + facts.map(\.value) }
            ).rendered(as: .csv)
        case .latex:
            // A line break would end the comment, and begin what LaTeX carries out.
            let comments = provenance.map { "% \($0.name): \($0.value.visible)\n" }.joined()
            let printed = provenance.filter(\.isDeparture).map { "\($0.name) \($0.value)" }.joined(separator: "; ")
            let note = printed.isEmpty ? "" : "\\par{\\footnotesize \(TextTable.escapedForLaTeX(printed))}\n"
            return comments + rendered(as: .latex) + note
        case .markdown: return rendered(as: .markdown) + "\n\(TextTable.escapedForMarkdown(notes))\n"
        case .text: return rendered(as: .text) + "\n\(notes.visible)\n"
        }
    }

    /// The report as a command prints it: what becomes part of a document says where its figures come from, as a file of the explorer
    /// does; data keep the form that programs rely on, and a text in a terminal stands below the command that says it.
    public func printed(as format: ReportFormat, _ provenance: Provenance) -> String {
        switch format {
        case .markdown, .latex: rendered(as: format, provenance: provenance.facts)
        case .json, .csv, .text: rendered(as: format)
        }
    }
}
