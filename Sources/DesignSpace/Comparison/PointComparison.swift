import HardwareModel
import Networks
import Precision
import Quantities

/// A design point beside a reference point: every metric's difference and ratio, and a verdict in a sentence.
public struct PointComparison: Hashable, Sendable {
    /// One metric of both points.
    public struct Line: Hashable, Sendable {
        /// The metric.
        public let column: Column
        /// The reference's figure, in the column's unit; nil if not known.
        public let reference: Double?
        /// The point's figure; nil if not known.
        public let value: Double?
        /// Whether both figures mean the same, so that a difference says something.
        public let isComparable: Bool

        /// The point's figure less the reference's.
        public var difference: Double? {
            guard isComparable, let reference, let value else { return nil }
            return value - reference
        }

        /// The point's figure over the reference's.
        public var ratio: Double? {
            guard isComparable, let reference, let value, reference != 0 else { return nil }
            return value / reference
        }
    }

    /// The metrics that are compared.
    public static let metrics: [Column] = [
        .accuracy, .energy, .power, .area, .latency, .throughput, .cycles, .utilisation, .macs, .energyPerMAC, .efficiency,
        .energyDelay, .weights, .featureMaps,
    ]

    /// The point that the other is compared with.
    public let reference: EvaluatedPoint

    /// The point that is compared.
    public let point: EvaluatedPoint

    /// Compares a point with a reference.
    public init(_ point: EvaluatedPoint, with reference: EvaluatedPoint) {
        self.point = point
        self.reference = reference
    }

    /// Every metric.
    public var lines: [Line] {
        Self.metrics.map {
            Line(column: $0, reference: $0.number(in: reference), value: $0.number(in: point), isComparable: isComparable($0))
        }
    }

    /// Accuracies are compared on one data set, energies under one accounting.
    private func isComparable(_ metric: Column) -> Bool {
        switch metric {
        case .accuracy: point.point.dataset == reference.point.dataset
        case .energy, .energyPerMAC, .efficiency, .energyDelay: point.evaluation.accounting == reference.evaluation.accounting
        default: true
        }
    }

    /// A sentence that says what the point gains and costs against the reference.
    public var verdict: String { ComparisonVerdict(of: point, against: reference).sentence }
}

extension EvaluatedPoint {
    /// The point as a person reads it in a sentence: `ALEX++ power of two (6,16)`.
    public var name: String { "\(evaluation.network.title) \(precisionText)" }
}
