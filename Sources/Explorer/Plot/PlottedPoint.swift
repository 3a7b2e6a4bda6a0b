import DesignSpace
import HardwareModel
import Networks
import Precision

/// A design point at its place in a plot.
struct PlottedPoint: Hashable, Sendable {
    /// The position of its row among those the plot was made of.
    let position: Int
    let x: Double
    let y: Double
    /// The interval of the accuracy on the vertical axis.
    let interval: ClosedRange<Double>?
    /// The position of its network in `series`.
    let series: Int
    let letter: Character
    let label: String
    let source: Accuracy.Source
    let isConverged: Bool
    let isBaseline: Bool
    let isShown: Bool
    /// Whether it fits the budget.
    let fits: Bool
    var isOnFrontier = false
}

extension PlottedPoint {
    init?(
        _ row: EvaluatedPoint, at position: Int, cost: CostAxis, quality: GainAxis, series: Series, isShown: Bool, fits: Bool
    ) {
        guard let accuracy = row.accuracy, let percent = accuracy.percent else { return nil }
        let x = cost.value(of: row)
        let y = quality.value(ofAccuracy: percent)
        guard x.isFinite, x > 0, y.isFinite else { return nil }
        self.position = position
        (self.x, self.y) = (x, y)
        interval = accuracy.interval.map { interval in
            let ends = [interval.lowerBound, interval.upperBound].map(quality.value(ofAccuracy:))
            return min(ends[0], ends[1])...max(ends[0], ends[1])
        }
        self.series = series.position(of: row.point.network)
        letter = series.letter(of: row.point.network)
        label = row.shortPrecision + row.mark
        source = accuracy.source
        isConverged = accuracy.converged
        isBaseline = row.evaluation.network.name == row.baseline.network.name && row.point.precision == row.baseline.precision
        self.isShown = isShown
        self.fits = fits
    }
}
