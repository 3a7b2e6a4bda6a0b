import HardwareModel

/// Why figures are what they are, in every format.
public struct ExplanationReport: AttributedReport, Hashable, Sendable {
    let explanations: [Explanation]

    /// Makes a report of explanations.
    public init(_ explanations: [Explanation]) { self.explanations = explanations }

    /// The key of its figures in JSON.
    public var content: String { "explanations" }

    /// All that it says.
    public var json: JSONValue { .array(explanations.map(json)) }

    /// The report in a format.
    public func rendered(as format: ReportFormat) -> String {
        switch format {
        case .text: explanations.map(text).joined(separator: "\n")
        case .json: json.text
        case .csv: csv.rendered(as: .csv)
        case .markdown, .latex: table.rendered(as: format)
        }
    }

    private func text(of explanation: Explanation) -> String {
        let inputs = TextTable(
            headings: [.init("input"), .init("value", .right), .init("source")],
            rows: explanation.inputs.map { ["  \($0.name)", $0.value, $0.source] })
        let caveats = explanation.caveats.map { "  caveat: \($0.rawValue)\n" }.joined()
        return "\(explanation.title)\n  \(explanation.formula)\n  \(explanation.substitution)\n"
            + "  source: \(explanation.source)\n\(caveats)" + (explanation.inputs.isEmpty ? "" : inputs.rendered(as: .text))
    }

    private func json(of explanation: Explanation) -> JSONValue {
        .object([
            "title": .string(explanation.title), "value": .optional(explanation.value), "unit": .string(explanation.unit),
            "formula": .string(explanation.formula), "substitution": .string(explanation.substitution),
            "source": .string(explanation.source), "caveats": CaveatNotes.json(explanation.caveats),
            "inputs": .array(explanation.inputs.map(json(of:))),
        ])
    }

    private func json(of input: Explanation.Input) -> JSONValue {
        .object([
            "name": .string(input.name), "value": .optional(input.number), "unit": .optional(input.unit),
            "text": .string(input.value), "source": .string(input.source),
        ])
    }

    /// A row for each figure, and below it one for each of its inputs, whose name stands under `input`.
    public var csv: TextTable {
        func number(_ value: Double?) -> String { value.map { $0.isFinite ? JSONValue.text(of: $0) : "" } ?? "" }
        return TextTable(
            headings: ["figure", "formula", "values", "source", "input", "value", "unit"].map { .init($0) },
            rows: explanations.flatMap { one in
                [[one.title, one.formula, one.substitution, one.source, "", number(one.value), one.unit]]
                    + one.inputs.map { [one.title, "", $0.value, $0.source, $0.name, number($0.number), $0.unit ?? ""] }
            })
    }

    private var table: TextTable {
        TextTable(
            headings: [
                .init("figure"), .init("formula", isFormula: true), .init("values", isFormula: true),
                .init("source", isFormula: true),
            ],
            rows: explanations.map { [$0.title, $0.formula, $0.substitution, $0.source] })
    }
}
