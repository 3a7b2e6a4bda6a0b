import DesignSpace
import HardwareModel
import Networks
import Quantities

/// A column of the Layers screen.
enum LayerColumn: CaseIterable, Hashable, Sendable {
    case name
    case cycles
    case energy
    case share
    case macs
    case utilisation
    case weights
    case maps
    case kind
    case output
    case parameters

    /// In the order of the screen; `allCases` is the order in which columns are given up, the last first.
    static let arranged: [LayerColumn] = [
        .name, .kind, .output, .macs, .parameters, .cycles, .utilisation, .energy, .share, .weights, .maps,
    ]

    var heading: String {
        switch self {
        case .name: "layer"
        case .kind: "kind"
        case .output: "output"
        case .macs: "MACs"
        case .parameters: "weights"
        case .cycles: "cycles"
        case .utilisation: "util %"
        case .energy: "energy µJ"
        case .share: "share %"
        case .weights: "KiB"
        case .maps: "maps KiB"
        }
    }

    var isNumeric: Bool { ![.name, .kind, .output].contains(self) }

    func text(of layer: LayerMapping, in evaluation: Evaluation) -> String {
        let placed = layer.layer
        switch self {
        case .name: return placed.name
        case .kind: return placed.layer.kind.text
        case .output: return placed.output.description
        case .macs: return placed.macs.groupedText
        case .parameters: return placed.weightCount.groupedText
        case .cycles: return layer.cycles.groupedText
        case .utilisation: return layer.cycles == 0 ? Column.unknown : (layer.utilisation * 100).text(decimals: 1)
        case .energy: return evaluation.energy(of: layer).microjoules.text(decimals: 2)
        case .share: return (evaluation.energy(of: layer) / evaluation.energy * 100).text(decimals: 1)
        case .weights: return evaluation.parameterSize(of: placed).kibibytes.text(decimals: 1)
        case .maps: return evaluation.featureMapSize(of: placed).kibibytes.text(decimals: 1)
        }
    }

    /// The whole network's figure.
    func total(of evaluation: Evaluation) -> String {
        switch self {
        case .name: "all"
        case .kind, .output: ""
        case .macs: evaluation.macs.groupedText
        case .parameters: evaluation.network.weightCount.groupedText
        case .cycles: evaluation.cycles.groupedText
        case .utilisation: (evaluation.utilisation * 100).text(decimals: 1)
        case .energy: evaluation.energy.microjoules.text(decimals: 2)
        case .share: evaluation.energy > .zero ? "100.0" : Column.unknown
        case .weights: evaluation.parameterSize.kibibytes.text(decimals: 1)
        case .maps: evaluation.featureMapSize.kibibytes.text(decimals: 1)
        }
    }
}
