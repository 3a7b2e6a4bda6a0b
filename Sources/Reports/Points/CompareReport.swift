import DesignSpace
import HardwareModel
import Quantities

/// Design points side by side, each against the first, in every format.
public struct CompareReport: AttributedReport, Hashable, Sendable {
    let reference: EvaluatedPoint
    let comparisons: [PointComparison]

    /// Makes a report of points against a reference.
    public init(reference: EvaluatedPoint, others: [EvaluatedPoint]) {
        self.reference = reference
        comparisons = others.map { PointComparison($0, with: reference) }
    }

    /// The report in a format.
    public func rendered(as format: ReportFormat) -> String {
        switch format {
        case .json: return json.text
        case .csv: return csv.rendered(as: .csv)
        case .text:
            let rows = [reference] + comparisons.map(\.point)
            return table.rendered(as: .text) + "\n" + comparisons.map { $0.verdict + "\n" }.joined()
                + CaveatNotes.lines(for: rows.map { ($0.point.precision, $0.evaluation.caveats) })
        case .markdown, .latex: return table.rendered(as: format)
        }
    }

    /// The key of its figures in JSON.
    public var content: String { "comparison" }

    /// The table with unrounded numbers, and no heading twice.
    public var csv: TextTable {
        var headings = [TextTable.Heading("metric"), .init(heading(of: reference))]
        for comparison in comparisons {
            let name = heading(of: comparison.point)
            let suffix = comparisons.count > 1 ? " of \(name)" : ""
            headings += [.init(name), .init("difference\(suffix)"), .init("ratio\(suffix)")]
        }
        return TextTable(
            headings: headings,
            rows: PointComparison.metrics.indices.map { index in
                let lines = comparisons.map { $0.lines[index] }
                let metric = PointComparison.metrics[index]
                let numbers = [metric.number(in: reference)] + lines.flatMap { [$0.value, $0.difference, $0.ratio] }
                return [metric.heading] + numbers.map { $0.map(\.description) ?? "" }
            })
    }

    private var table: TextTable {
        var headings: [TextTable.Heading] = [.init("metric"), .init(heading(of: reference), .right)]
        for comparison in comparisons {
            headings += [
                .init(heading(of: comparison.point), .right), .init("difference", .right), .init("ratio", .right),
            ]
        }
        var table = TextTable(headings: headings)
        for (index, column) in PointComparison.metrics.enumerated() {
            var row = [column.heading, column.text(in: reference)]
            for comparison in comparisons {
                let line = comparison.lines[index]
                row += [
                    column.text(in: comparison.point), difference(line),
                    line.ratio.map { $0.text(significant: 3) } ?? Column.unknown,
                ]
            }
            table.rows.append(row)
        }
        return table
    }

    private func difference(_ line: PointComparison.Line) -> String {
        guard line.difference != nil, let value = line.value, let reference = line.reference else { return Column.unknown }
        return line.column.differenceText(of: value, from: reference)
    }

    /// A point's name with whose accuracy it is, and the data set where there are several.
    private func heading(of row: EvaluatedPoint) -> String {
        let isAlone = comparisons.allSatisfy { $0.point.point.dataset == reference.point.dataset }
        return row.point.reference.name + (isAlone ? "" : " on \(row.point.dataset)")
            + (row.accuracy.map { " (\($0.source.rawValue)\(which(row)))" } ?? "")
    }

    /// Behind its source, which of several rows of the point it is.
    private func which(_ row: EvaluatedPoint) -> String {
        row.distinction.map { " \(row.accuracy?.importedFrom ?? $0)" } ?? ""
    }

    /// All that it says.
    public var json: JSONValue {
        .object([
            "reference": JSONValue(row: reference),
            "others": .array(
                comparisons.map { comparison in
                    .object([
                        "point": JSONValue(row: comparison.point), "verdict": .string(comparison.verdict),
                        "metrics": .array(
                            comparison.lines.map { line in
                                .object([
                                    "metric": .string(line.column.rawValue), "heading": .string(line.column.heading),
                                    "reference": .optional(line.reference), "value": .optional(line.value),
                                    "difference": .optional(line.difference), "ratio": .optional(line.ratio),
                                ])
                            }),
                    ])
                }),
        ])
    }
}
