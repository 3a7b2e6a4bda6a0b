import DesignSpace
import HardwareModel
import Networks

/// A design point at its place in a plot, small and without references, since there may be many thousand.
struct PlottedPoint: Hashable, Sendable {
    private(set) var x: Double
    private let percent: Double
    private let row: Int32
    private let images: Int32
    private let seriesNumber: UInt16
    private let precision: PointLabel
    private let quality: GainAxis
    let source: Accuracy.Source
    let isConverged: Bool
    let isBaseline: Bool
    let isExtrapolated: Bool
    var isShown = true
    /// Whether it fits the budget.
    var fits = true
    var isOnFrontier = false

    /// The position of its row among those the plot was made of.
    var position: Int { Int(row) }

    var y: Double { quality.value(ofAccuracy: percent) }

    /// Goes to where it stands on another axis of costs.
    mutating func move(to x: Double) { (self.x, isOnFrontier) = (x, false) }

    /// The interval of the accuracy on the vertical axis.
    var interval: ClosedRange<Double>? {
        Accuracy.interval(of: percent, testImages: images > 0 ? Int(images) : nil).map { interval in
            let ends = [interval.lowerBound, interval.upperBound].map(quality.value(ofAccuracy:))
            return min(ends[0], ends[1])...max(ends[0], ends[1])
        }
    }

    /// The position of its network in `series`.
    var series: Int { Int(seriesNumber) }

    var label: String { precisionText + mark }

    /// Its precision as it stands behind its letter.
    var precisionText: String { precision.text }

    /// What tells the source of its accuracy, and a cost that is extrapolated, without colour.
    var mark: String {
        PointLabel.mark(of: source, isConverged: isConverged) + (isExtrapolated ? PointLabel.extrapolatedMark : "")
    }
}

extension PlottedPoint {
    /// What points of one design have in common.
    struct Design {
        /// The cost; nil where it has no place on the axis.
        let x: Double?
        fileprivate let series: Int
        fileprivate let precision: PointLabel
        fileprivate let isBaseline: Bool
        fileprivate let isExtrapolated: Bool

        init(_ row: EvaluatedPoint, cost: CostAxis, series: Series) {
            let x = cost.value(of: row)
            self.x = x.isFinite && x > 0 ? x : nil
            self.series = series.position(of: row.point.network)
            precision = PointLabel(row.point)
            isBaseline = row.isBaseline
            isExtrapolated = row.isExtrapolated
        }
    }

    /// What points with one piece of evidence have in common.
    struct Evidence {
        let source: Accuracy.Source
        let isConverged: Bool
        /// How many test images its accuracy was found on; 0 if that is not known.
        let images: Int32

        init?(_ row: EvaluatedPoint) {
            guard let accuracy = row.accuracy else { return nil }
            source = accuracy.source
            isConverged = accuracy.converged
            images = Int32(clamping: accuracy.testImages ?? 0)
        }
    }

    /// Nil for a row that has no place in the plot.
    init?(row: Int, percent: Double, _ design: Design, _ evidence: Evidence, quality: GainAxis) {
        guard let x = design.x, quality.value(ofAccuracy: percent).isFinite else { return nil }
        self.x = x
        self.percent = percent
        self.row = Int32(truncatingIfNeeded: row)
        images = evidence.images
        seriesNumber = UInt16(clamping: design.series)
        precision = design.precision
        self.quality = quality
        source = evidence.source
        isConverged = evidence.isConverged
        isBaseline = design.isBaseline
        isExtrapolated = design.isExtrapolated
    }
}
