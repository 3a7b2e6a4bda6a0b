import DesignSpace
import Quantities
import Terminal

/// What a run found in the layers of its network: radix points, values beyond the ends of their format, accumulator bits.
struct MeasuredLayers: Hashable, Sendable {
    /// Which run says so.
    let title: String

    /// Headings, and a line for the input and for each layer with weights; columns are padded to equal widths.
    let lines: [String]

    /// The same in cells.
    let rows: [[String]]

    /// What was found in one layer.
    struct Fact: Hashable, Sendable {
        let name: String
        let value: String
    }

    private let headings: [String]

    private let cells: [String: [String]]

    /// What is known of a layer; empty for one without weights.
    func facts(of layer: String) -> [Fact] {
        zip(headings, cells[layer] ?? []).dropFirst().compactMap { $1.isEmpty ? nil : Fact(name: $0, value: $1) }
    }

    /// How the lines are read.
    static let legend = "point 5: 5 bits behind the radix point. clip: values beyond the ends of the format. acc: accumulator."

    /// What the first run of a point says; nil for a point without runs, and for floating point.
    init?(_ row: EvaluatedPoint) {
        guard let run = row.runs.first, let formats = run.quantizedLayers else { return nil }
        let arithmetic = run.arithmetic
        let found = Dictionary(arithmetic?.layers.map { ($0.name, $0) } ?? []) { first, _ in first }
        var rows = [
            ["layer", "weights", "clip %", "feature maps", "clip %", "acc bits"],
            [
                "input", "", "", Self.text(of: formats.input),
                arithmetic?.inputSaturatedPercent.text(significant: 2) ?? Column.unknown, "",
            ],
        ]
        for layer in formats.layers {
            let own = found[layer.layer]
            let bits = own?.accumulatorBits.map { bits in
                "\(bits)" + (arithmetic.map { ", model \($0.modelledAccumulatorBits)" } ?? "")
            }
            rows.append([
                layer.layer, Self.text(of: layer.weightFormat), Self.text(percent: own?.weightsSaturatedPercent),
                Self.text(of: layer.output), Self.text(percent: own?.featureMapsSaturatedPercent), bits ?? Column.unknown,
            ])
        }
        title = "radix points and clipping in run \(run.key.prefix(12)), seed \(run.spec.seed)"
        self.rows = rows
        lines = Self.aligned(rows)
        headings = ["layer", "weights", "weights clip", "feature maps", "maps clip", "accumulator"]
        cells = Dictionary(rows.dropFirst(2).map { ($0[0], $0) }) { first, _ in first }
    }

    private static func text(of format: QuantizedLayers.Format?) -> String {
        if let exponent = format?.exponent { return "±2^\(exponent)" }
        guard let bits = format?.bits else { return "float32" }
        if let largest = format?.largestExponent { return "\(bits.counted("bit")), to 2^\(largest)" }
        return "\(bits.counted("bit")), point \(format?.fractionBits ?? 0)"
    }

    private static func text(percent: Double?) -> String { percent?.text(significant: 2) ?? Column.unknown }

    private static func aligned(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { place in rows.reduce(0) { max($0, $1[place].displayColumns) } }
        return rows.map { row in
            zip(row, widths).map { text, width in text + String(repeating: " ", count: max(0, width - text.displayColumns)) }
                .joined(separator: "  ")
        }
    }
}
