import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities

/// A network's layers with their work, memory and energy, in every format.
public struct LayersReport: Hashable, Sendable {
    let evaluation: Evaluation

    /// Makes a report of an evaluation.
    public init(_ evaluation: Evaluation) { self.evaluation = evaluation }

    /// The report in a format.
    public func rendered(as format: ReportFormat) -> String {
        switch format {
        case .json: json.text
        case .csv: TextTable(csvOf: evaluation.mapping.layers.map(json(of:))).rendered(as: .csv)
        case .markdown, .latex: table.rendered(as: format)
        case .text: table.rendered(as: format) + CaveatNotes.lines(for: [(evaluation.precision, evaluation.caveats)])
        }
    }

    private var table: TextTable {
        var table = TextTable(headings: [
            .init("layer"), .init("kind"), .init("input"), .init("output"), .init("MACs", .right), .init("weights", .right),
            .init("cycles", .right), .init("util %", .right), .init("energy µJ", .right), .init("%", .right),
            .init("weights KiB", .right), .init("maps KiB", .right),
        ])
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
            ]
        }
        table.rows.append([
            "total", "", "", "", evaluation.macs.groupedText, evaluation.network.weightCount.groupedText,
            evaluation.cycles.groupedText, (evaluation.utilisation * 100).text(decimals: 1),
            evaluation.energy.microjoules.text(decimals: 2), "100.0",
            evaluation.parameterSize.kibibytes.text(decimals: 1), evaluation.featureMapSize.kibibytes.text(decimals: 1),
        ])
        return table
    }

    private var json: JSONValue {
        .object([
            "network": .string(evaluation.network.name), "precision": .string(evaluation.precision.name),
            "accelerator": .string(evaluation.accelerator.name), "accounting": .string(evaluation.accounting.rawValue),
            "cycles": .integer(evaluation.cycles), "utilisation": .number(evaluation.utilisation),
            "macs": .integer(evaluation.macs), "parameter_count": .integer(evaluation.network.weightCount),
            "energy_uj": .number(evaluation.energy.microjoules), "caveats": CaveatNotes.json(evaluation.caveats),
            "layers": .array(evaluation.mapping.layers.map(json(of:))),
        ])
    }

    private func json(of layer: LayerMapping) -> JSONValue {
        let placed = layer.layer
        return .object([
            "name": .string(placed.name), "kind": .string(placed.layer.kind.text), "input": json(of: placed.input),
            "output": json(of: placed.output), "macs": .integer(placed.macs),
            "parameter_count": .integer(placed.weightCount), "cycles": .integer(layer.cycles),
            "utilisation": layer.cycles == 0 ? .null : .number(layer.utilisation),
            "energy_uj": .number(evaluation.energy(of: layer).microjoules),
            "energy_share_percent": .number(evaluation.energy(of: layer) / evaluation.energy * 100),
            "parameter_kib": .number(evaluation.parameterSize(of: placed).kibibytes),
            "feature_map_kib": .number(evaluation.featureMapSize(of: placed).kibibytes),
        ])
    }

    private func json(of shape: Shape) -> JSONValue {
        .array([.integer(shape.height), .integer(shape.width), .integer(shape.channels)])
    }
}
