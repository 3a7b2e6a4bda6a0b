import HardwareModel
import Quantities

/// What a design costs, of which less is better: the horizontal axis of the frontier.
public enum CostAxis: String, Hashable, Sendable, CaseIterable {
    /// Energy of one image.
    case energy
    /// Power of the accelerator.
    case power
    /// Area of the accelerator.
    case area
    /// Time for one image.
    case latency
    /// Memory of the weights.
    case memory = "kib"

    /// The table's column of the same figure.
    public var column: Column {
        switch self {
        case .energy: .energy
        case .power: .power
        case .area: .area
        case .latency: .latency
        case .memory: .weights
        }
    }

    /// The unit of `value(of:)`.
    public var unit: String {
        switch self {
        case .energy: "µJ/image"
        case .power: "mW"
        case .area: "mm²"
        case .latency: "ms/image"
        case .memory: "KiB"
        }
    }

    /// What a row costs, in `unit`.
    public func value(of row: EvaluatedPoint) -> Double {
        switch self {
        case .energy: row.evaluation.energy.microjoules
        case .power: row.evaluation.power.milliwatts
        case .area: row.evaluation.area.squareMillimetres
        case .latency: row.evaluation.latency.milliseconds
        case .memory: row.evaluation.parameterSize.kibibytes
        }
    }
}
