import Networks
import Quantities

/// A figure of one layer that can be explained.
public enum LayerMetric: String, Hashable, Sendable, CaseIterable {
    /// Multiply-accumulate operations for one image.
    case macs
    /// Clock cycles for one image.
    case cycles
    /// Useful share of the multiply-accumulate operations.
    case utilisation
    /// Energy of one image.
    case energy
    /// Share of the network's energy.
    case energyShare = "energy-share"
    /// Memory of the weights.
    case parameterSize = "kib"
    /// Memory of the feature maps.
    case featureMapSize = "feature-maps"

    /// What it is, for a person.
    public var title: String {
        switch self {
        case .macs: "MACs"
        case .cycles: "cycles"
        case .utilisation: "utilisation"
        case .energy: "energy of one image"
        case .energyShare: "share of the energy"
        case .parameterSize: "weight memory"
        case .featureMapSize: "feature-map memory"
        }
    }

    /// The unit of `value(of:in:)`.
    public var unit: String {
        switch self {
        case .macs: "MACs"
        case .cycles: "cycles"
        case .utilisation, .energyShare: "%"
        case .energy: "µJ"
        case .parameterSize, .featureMapSize: "KiB"
        }
    }

    /// The figure of a layer, in `unit`.
    public func value(of layer: LayerMapping, in evaluation: Evaluation) -> Double {
        switch self {
        case .macs: Double(layer.layer.macs)
        case .cycles: Double(layer.cycles)
        case .utilisation: layer.utilisation * 100
        case .energy: evaluation.energy(of: layer).microjoules
        case .energyShare: evaluation.energy(of: layer) / evaluation.energy * 100
        case .parameterSize: evaluation.parameterSize(of: layer.layer).kibibytes
        case .featureMapSize: evaluation.featureMapSize(of: layer.layer).kibibytes
        }
    }
}
