import Quantities
import Terminal

/// A curve over the epochs of a run, with the value at its end above it.
struct RunChart {
    let title: String
    /// The value where the run stands, as the table of runs has it; empty if there is none yet.
    let value: String
    let role: Role
    /// Epochs that were done, and the value there.
    let samples: [(epochs: Double, value: Double)]
    /// The epochs of the whole run: the curve grows towards the right edge, and what is drawn stays where it is.
    let epochs: Int

    func draw(with pen: inout Pen, in rect: Rect) {
        guard rect.rows >= 3, rect.columns >= 16 else { return }
        let finite = samples.filter { $0.value.isFinite && $0.epochs.isFinite }
        let (header, body) = rect.splitTop(1)
        let means = means(of: finite, columns: body.columns)
        let end = pen.put(title, .heading, at: header.origin, within: header)
        pen.put("  \(value.isEmpty ? "nothing yet" : value)", .strong, at: Point(column: end, row: header.top), within: header)
        guard let bounds = Self.bounds(of: means.map(\.value)) else { return }
        let labels = [bounds.upperBound, bounds.lowerBound].map { $0.trimmed(significant: 3) }
        // A label that is shorter than the one before does not move the curve.
        let width = labels.reduce(Self.usualLabelColumns) { max($0, $1.count) }
        for (label, row) in zip(labels, [body.top, body.bottom - 1]) {
            pen.put(label.leading(to: width), .quiet, at: Point(column: body.left, row: row), within: body)
        }
        let plot = body.splitLeft(width + 1).rest
        for row in plot.rowRange { pen.put("│", .quiet, at: Point(column: plot.left - 1, row: row), within: body) }
        let extent = bounds.upperBound - bounds.lowerBound
        let places = means.map { sample in
            (across: sample.epochs / Double(max(1, epochs)), up: (sample.value - bounds.lowerBound) / extent)
        }
        DotCurve(through: places, in: plot).draw(role, with: &pen)
    }

    /// The samples of each stretch of the run, as long as a column is wide, as one: batches differ more than epochs do.
    private func means(of samples: [(epochs: Double, value: Double)], columns: Int) -> [(epochs: Double, value: Double)] {
        let stretch = Double(max(1, epochs)) / Double(max(1, columns))
        var means: [(epochs: Double, value: Double)] = []
        var (first, count) = (0.0, 0.0)
        for sample in samples {
            guard let last = means.last, sample.epochs - first < stretch else {
                (first, count) = (sample.epochs, 1)
                means.append(sample)
                continue
            }
            count += 1
            means[means.count - 1] = (sample.epochs, last.value + (sample.value - last.value) / count)
        }
        return means
    }

    /// The columns of a label as `0.125`.
    private static let usualLabelColumns = 5

    /// Bounds at 1, 2 or 5 of a decade, so that one more value seldom moves them and with them the whole curve.
    private static func bounds(of values: [Double]) -> ClosedRange<Double>? {
        guard let least = values.min(), let most = values.max(), most - least < 1e12 else { return nil }
        // A run that has just begun is one mean, which each report moves: bounds close around it would move each time as well.
        let extent = max(most - least, max(most.magnitude, 1) * 0.1)
        var step = 1e-6
        for candidate in [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1e3, 1e6, 1e9].flatMap({ [$0, 2 * $0, 5 * $0] })
        where candidate <= extent / 2 { step = candidate }
        let (low, high) = ((least / step).rounded(.down) * step, (most / step).rounded(.up) * step)
        return low < high ? low...high : low - step...high + step
    }
}
