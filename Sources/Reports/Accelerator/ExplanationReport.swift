import HardwareModel

/// Why figures are what they are, in every format.
public struct ExplanationReport: Hashable, Sendable {
    let explanations: [Explanation]

    /// Makes a report of explanations.
    public init(_ explanations: [Explanation]) { self.explanations = explanations }

    /// The report in a format.
    public func rendered(as format: ReportFormat) -> String {
        switch format {
        case .text: explanations.map(text).joined(separator: "\n")
        case .json: JSONValue.array(explanations.map(json)).text
        case .csv, .markdown, .latex: table.rendered(as: format)
        }
    }

    private func text(of explanation: Explanation) -> String {
        let inputs = TextTable(
            headings: [.init("input"), .init("value", .right), .init("source")],
            rows: explanation.inputs.map { ["  \($0.name)", $0.value, $0.source] })
        let caveats = explanation.caveats.map { "  caveat: \($0.rawValue)\n" }.joined()
        return "\(explanation.title)\n  \(explanation.formula)\n  \(explanation.substitution)\n"
            + "  source: \(explanation.source)\n\(caveats)\(inputs.rendered(as: .text))"
    }

    private func json(of explanation: Explanation) -> JSONValue {
        .object([
            "title": .string(explanation.title), "formula": .string(explanation.formula),
            "substitution": .string(explanation.substitution), "source": .string(explanation.source),
            "caveats": CaveatNotes.json(explanation.caveats),
            "inputs": .array(
                explanation.inputs.map {
                    .object(["name": .string($0.name), "value": .string($0.value), "source": .string($0.source)])
                }),
        ])
    }

    private var table: TextTable {
        TextTable(
            headings: [.init("figure"), .init("formula"), .init("values"), .init("source")],
            rows: explanations.map { [$0.title, $0.formula, $0.substitution, $0.source] })
    }
}
