import DesignSpace
import Quantities

/// What a run found in the layers of its network: number formats, values beyond their ends, accumulator bits.
struct MeasuredFormats: Hashable, Sendable {
    private let key: String
    private let seed: UInt64
    private let formats: QuantizedLayers
    private let arithmetic: ArithmeticReport?
    private let formatsOfLayer: [String: QuantizedLayers.Layer]
    private let arithmeticOfLayer: [String: LayerArithmetic]

    /// Nil for floating point, and for a run that does not say.
    init?(_ run: ExperimentRecord) {
        guard let formats = run.quantizedLayers else { return nil }
        key = run.key
        seed = run.spec.seed
        self.formats = formats
        arithmetic = run.arithmetic
        formatsOfLayer = Dictionary(formats.layers.map { ($0.layer, $0) }) { first, _ in first }
        arithmeticOfLayer = Dictionary(arithmetic?.layers.map { ($0.name, $0) } ?? []) { first, _ in first }
    }

    /// The columns that stand behind those of the model.
    static let headings: [TextTable.Heading] = [
        .init("weight format"), .init("clip %", .right), .init("maps format"), .init("clip %", .right),
        .init("accumulator bits", .right), .init("modelled", .right),
    ]

    /// A layer's cells under the headings; empty texts for one without weights.
    func cells(of layer: String) -> [String] {
        guard let format = formatsOfLayer[layer] else { return Self.headings.map { _ in "" } }
        let found = arithmeticOfLayer[layer]
        func text(_ percent: Double?) -> String { percent?.text(significant: 2) ?? Column.unknown }
        return [
            RecordReport.text(of: format.weightFormat), text(found?.weightsSaturatedPercent), RecordReport.text(of: format.output),
            text(found?.featureMapsSaturatedPercent), found?.accumulatorBits.map(String.init) ?? Column.unknown,
            arithmetic.map { String($0.modelledAccumulatorBits) } ?? Column.unknown,
        ]
    }

    /// The cells of the network's input under the headings.
    var inputCells: [String] {
        [
            "", "", RecordReport.text(of: formats.input), arithmetic?.inputSaturatedPercent.text(significant: 2) ?? Column.unknown,
            "", "",
        ]
    }

    /// What is said of the run as a whole.
    var members: [JSONValue.Member] {
        [
            .init(key: "run_key", value: .string(key)), .init(key: "run_seed", value: .whole(seed)),
            .init(key: "input_format", value: Self.json(of: formats.input)),
            .init(key: "input_saturated_percent", value: .optional(arithmetic?.inputSaturatedPercent)),
            .init(key: "modelled_accumulator_bits", value: Self.integer(arithmetic?.modelledAccumulatorBits)),
        ]
    }

    /// What is said of a layer; the same keys for each, null where nothing was measured.
    func members(of layer: String) -> [JSONValue.Member] {
        let format = formatsOfLayer[layer]
        let found = arithmeticOfLayer[layer]
        return [
            .init(key: "weight_format", value: Self.json(of: format?.weightFormat)),
            .init(key: "weights_saturated_percent", value: .optional(found?.weightsSaturatedPercent)),
            .init(key: "feature_map_format", value: Self.json(of: format?.output)),
            .init(key: "feature_maps_saturated_percent", value: .optional(found?.featureMapsSaturatedPercent)),
            .init(key: "accumulator_bits", value: Self.integer(found?.accumulatorBits)),
        ]
    }

    private static func json(of format: QuantizedLayers.Format?) -> JSONValue {
        .object([
            "bits": integer(format?.bits), "fraction_bits": integer(format?.fractionBits), "exponent": integer(format?.exponent),
            "largest_exponent": integer(format?.largestExponent),
        ])
    }

    private static func integer(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
}
