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

/// What a design is worth: the vertical axis of the frontier.
public enum GainAxis: String, Hashable, Sendable, CaseIterable {
    /// Accuracy in percent, of which more is better.
    case accuracy
    /// Error in percent, 100 less the accuracy, of which less is better.
    case error

    /// The figure of a row, in percent; nil if its accuracy is not known.
    public func value(of row: EvaluatedPoint) -> Double? {
        guard let percent = row.accuracy?.percent else { return nil }
        return self == .accuracy ? percent : 100 - percent
    }
}

extension [EvaluatedPoint] {
    /// The rows that no other row dominates in a cost and in accuracy, by rising cost; rows without an accuracy take no part.
    ///
    /// The rows should be of one data set: accuracies on different data sets do not compare.
    public func frontier(cost: CostAxis = .energy) -> [EvaluatedPoint] {
        let known = filter { $0.accuracy?.percent != nil }
        let candidates = known.map {
            ParetoFrontier.Candidate(cost: cost.value(of: $0), gain: $0.accuracy?.percent ?? .nan)
        }
        return ParetoFrontier.indices(of: candidates).map { known[$0] }
    }
}
