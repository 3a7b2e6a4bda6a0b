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
    public var verdict: String {
        let (energy, area) = (
            point.evaluation.energy / reference.evaluation.energy, point.evaluation.area / reference.evaluation.area
        )
        let besides = price.map { ", and \($0)" } ?? ""
        let (energyShare, areaShare) = ((energy * 100).text(decimals: 0), (area * 100).text(decimals: 0))
        guard point.point.dataset == reference.point.dataset else {
            let accounting =
                point.evaluation.accounting == reference.evaluation.accounting
                ? "" : " (\(point.evaluation.accounting.rawValue) against \(reference.evaluation.accounting.rawValue))"
            return
                "\(point.name) on \(point.point.dataset) takes \(energyShare) % of the energy\(accounting) and \(areaShare) % of the area of "
                + "\(reference.name) on \(reference.point.dataset)\(besides); accuracies on different data sets are not compared"
        }
        guard let accuracyVerdict else {
            let unknown = [point, reference].filter { $0.accuracy?.percent == nil }.map(\.name).joined(separator: " or ")
            return
                "\(point.name) takes \(energyShare) % of \(reference.name)'s energy and \(areaShare) % of its area\(besides); no accuracy of "
                + "\(unknown) is known"
        }
        if point.point.reference == reference.point.reference {
            return "\(point.name)\(sources.ours) \(accuracyVerdict) at the same energy and area"
        }
        return
            "\(point.name)\(sources.ours) \(accuracyVerdict) for \(energyShare) % of its energy and \(areaShare) % of its area"
            + (price.map { ", \(isLoss ? "and" : "but") takes \($0)" } ?? "")
    }

    /// What else it takes more of than the reference, beyond what rounds to the same: nobody is to find that out later.
    private var price: String? {
        let worse = [(Column.latency, "latency"), (.weights, "weight memory")].compactMap { column, name -> String? in
            guard let ours = column.number(in: point), let theirs = column.number(in: reference), ours >= theirs * 1.05 else {
                return nil
            }
            return "\((ours / theirs).text(significant: 3)) times its \(name)"
        }
        return worse.isEmpty ? nil : worse.joined(separator: " and ")
    }

    /// Whether the accuracies are known and the point's is clearly the lesser one.
    private var isLoss: Bool {
        guard let ours = point.accuracy, let theirs = reference.accuracy, let percent = ours.percent, let other = theirs.percent
        else { return false }
        return percent < other && !ours.ties(with: theirs)
    }

    /// Where the accuracies come from, if not from the same source: one that was trained longer is no better for that.
    private var sources: (ours: String, theirs: String) {
        guard let ours = point.accuracy?.source, let theirs = reference.accuracy?.source else { return ("", "") }
        if ours != theirs { return (" as \(ours.rawValue)", "\(theirs.rawValue) ") }
        guard let own = point.detail, let other = reference.detail, own != other else { return ("", "") }
        return (" as \(ours.rawValue) (\(own))", "\(theirs.rawValue) (\(other)) ")
    }

    /// What the accuracies say; nil unless both are known.
    private var accuracyVerdict: String? {
        guard
            let ours = point.accuracy, let theirs = reference.accuracy, let percent = ours.percent,
            let other = theirs.percent
        else { return nil }
        let difference = Column.accuracy.differenceText(of: percent, from: other)
        if ours.ties(with: theirs) {
            let inside = ours.tieWidth(with: theirs).map { ", inside ±\($0.text(decimals: 2))" } ?? ""
            return "ties \(reference.name)'s \(sources.theirs)accuracy (\(difference)\(inside))"
        }
        guard ours.interval != nil || theirs.interval != nil else {
            return
                "differs from \(reference.name)'s \(sources.theirs)accuracy by \(difference) points, no interval known,"
        }
        return
            "\(percent > other ? "beats" : "falls short of") \(reference.name)'s \(sources.theirs)accuracy (\(difference) points)"
    }
}

extension EvaluatedPoint {
    /// The point as a person reads it in a sentence: `ALEX++ power of two (6,16)`.
    public var name: String { "\(evaluation.network.title) \(precisionText)" }
}
