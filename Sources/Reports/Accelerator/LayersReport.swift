import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities

/// A network's layers with their work, memory and energy, in every format.
public struct LayersReport: AttributedReport, Hashable, Sendable {
    let evaluation: Evaluation
    let measured: MeasuredFormats?

    /// Makes a report of an evaluation.
    ///
    /// - Parameter run: a run of the network at the same precision, whose radix points and clipping stand beside each layer.
    public init(_ evaluation: Evaluation, run: ExperimentRecord? = nil) {
        self.evaluation = evaluation
        measured = run.flatMap(MeasuredFormats.init)
    }

    /// The key of its figures in JSON.
    public var content: String { "layers" }

    /// Its figures, unrounded, under keys.
    public var csv: TextTable { TextTable(csvOf: evaluation.mapping.layers.map(json(of:))) }

    /// The report in a format.
    public func rendered(as format: ReportFormat) -> String {
        switch format {
        case .json: json.text
        case .csv: csv.rendered(as: .csv)
        case .markdown, .latex: table.rendered(as: format)
        case .text: table.rendered(as: format) + CaveatNotes.lines(for: [(evaluation.precision, evaluation.caveats)])
        }
    }

    private var table: TextTable {
        var table = TextTable(
            headings: [
                .init("layer"), .init("kind"), .init("input"), .init("output"), .init("MACs", .right), .init("weights", .right),
                .init("cycles", .right), .init("util %", .right), .init("energy µJ", .right), .init("%", .right),
                .init("weights KiB", .right), .init("maps KiB", .right),
            ] + (measured == nil ? [] : MeasuredFormats.headings))
        table.rows = evaluation.mapping.layers.map { layer in
            let placed = layer.layer
            return [
                placed.name, placed.layer.kind.text, placed.input.description, placed.output.description,
                placed.macs.groupedText, placed.weightCount.groupedText, layer.cycles.groupedText,
                layer.cycles == 0 ? Column.unknown : (layer.utilisation * 100).text(decimals: 1),
                evaluation.energy(of: layer).microjoules.text(decimals: 2),
                (evaluation.energy(of: layer) / evaluation.energy * 100).text(decimals: 1),
                evaluation.parameterSize(of: placed).kibibytes.text(decimals: 1),
                evaluation.featureMapSize(of: placed).kibibytes.text(decimals: 1),
            ] + (measured?.cells(of: placed.name) ?? [])
        }
        table.rows.append(
            [
                "total", "", "", "", evaluation.macs.groupedText, evaluation.network.weightCount.groupedText,
                evaluation.cycles.groupedText, (evaluation.utilisation * 100).text(decimals: 1),
                evaluation.energy.microjoules.text(decimals: 2), evaluation.energy > .zero ? "100.0" : Column.unknown,
                evaluation.parameterSize.kibibytes.text(decimals: 1), evaluation.featureMapSize.kibibytes.text(decimals: 1),
            ] + (measured == nil ? [] : MeasuredFormats.headings.map { _ in "" }))
        return table
    }

    /// All that it says.
    public var json: JSONValue {
        let modelled: [JSONValue.Member] = [
            .init(key: "network", value: .string(evaluation.network.name)),
            .init(key: "precision", value: .string(evaluation.precision.name)),
            .init(key: "accelerator", value: .string(evaluation.accelerator.name)),
            .init(key: "accounting", value: .string(evaluation.accounting.rawValue)),
            .init(key: "cycles", value: .integer(evaluation.cycles)),
            .init(key: "utilisation", value: .number(evaluation.utilisation)),
            .init(key: "macs", value: .integer(evaluation.macs)),
            .init(key: "parameter_count", value: .integer(evaluation.network.weightCount)),
            .init(key: "energy_uj", value: .number(evaluation.energy.microjoules)),
            .init(key: "caveats", value: CaveatNotes.json(evaluation.caveats)),
        ]
        let layers = JSONValue.array(evaluation.mapping.layers.map(json(of:)))
        return .object(modelled + (measured?.members ?? []) + [.init(key: "layers", value: layers)])
    }

    private func json(of layer: LayerMapping) -> JSONValue {
        let placed = layer.layer
        return .object(
            [
                .init(key: "name", value: .string(placed.name)),
                .init(key: "kind", value: .string(placed.layer.kind.text)),
                .init(key: "input", value: json(of: placed.input)), .init(key: "output", value: json(of: placed.output)),
                .init(key: "macs", value: .integer(placed.macs)),
                .init(key: "parameter_count", value: .integer(placed.weightCount)),
                .init(key: "cycles", value: .integer(layer.cycles)),
                .init(key: "utilisation", value: layer.cycles == 0 ? .null : .number(layer.utilisation)),
                .init(key: "energy_uj", value: .number(evaluation.energy(of: layer).microjoules)),
                .init(key: "energy_share_percent", value: .number(evaluation.energy(of: layer) / evaluation.energy * 100)),
                .init(key: "parameter_kib", value: .number(evaluation.parameterSize(of: placed).kibibytes)),
                .init(key: "feature_map_kib", value: .number(evaluation.featureMapSize(of: placed).kibibytes)),
            ] + (measured?.members(of: placed.name) ?? []))
    }

    private func json(of shape: Shape) -> JSONValue {
        .array([.integer(shape.height), .integer(shape.width), .integer(shape.channels)])
    }
}
