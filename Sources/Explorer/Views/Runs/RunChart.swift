import Quantities
import Terminal

/// A curve over the epochs of a run, with the value at its ends beside it.
struct RunChart {
    let title: String
    let role: Role
    /// Epochs that were done, and the value there.
    let samples: [(epochs: Double, value: Double)]
    /// The epochs of the whole run: the curve grows towards the right edge, and what is drawn stays where it is.
    let epochs: Int

    func draw(with pen: inout Pen, in rect: Rect) {
        guard rect.rows >= 3, rect.columns >= 16 else { return }
        let finite = samples.filter { $0.value.isFinite && $0.epochs.isFinite }
        let (header, body) = rect.splitTop(1)
        let last = finite.last.map { "  \($0.value.text(significant: 4))" } ?? "  nothing yet"
        let end = pen.put(title, .heading, at: header.origin, within: header)
        pen.put(last, .strong, at: Point(column: end, row: header.top), within: header)
        guard let bounds = Self.bounds(of: finite.map(\.value)) else { return }
        let labels = [bounds.upperBound, bounds.lowerBound].map { $0.trimmed(significant: 3) }
        let width = labels.reduce(0) { max($0, $1.count) }
        for (label, row) in zip(labels, [body.top, body.bottom - 1]) {
            pen.put(label.leading(to: width), .quiet, at: Point(column: body.left, row: row), within: body)
        }
        let plot = body.splitLeft(width + 1).rest
        for row in plot.rowRange { pen.put("│", .quiet, at: Point(column: plot.left - 1, row: row), within: body) }
        let x = Scale(.linear, from: 0, to: Double(max(1, epochs)))
        for sample in finite {
            let column = plot.left + Int(x.fraction(of: sample.epochs) * Double(max(0, plot.columns - 1)) + 0.5)
            let height = (sample.value - bounds.lowerBound) / (bounds.upperBound - bounds.lowerBound)
            let row = plot.bottom - 1 - Int(height * Double(max(0, plot.rows - 1)) + 0.5)
            pen.put("•", role, at: Point(column: column, row: row), within: plot)
        }
    }

    /// Bounds at 1, 2 or 5 of a decade, so that one more value seldom moves them and with them the whole curve.
    private static func bounds(of values: [Double]) -> ClosedRange<Double>? {
        guard let least = values.min(), let most = values.max(), most - least < 1e12 else { return nil }
        let extent = max(most - least, max(most.magnitude, 1) * 0.01)
        var step = 1e-6
        for candidate in [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1e3, 1e6, 1e9].flatMap({ [$0, 2 * $0, 5 * $0] })
        where candidate <= extent / 2 { step = candidate }
        let (low, high) = ((least / step).rounded(.down) * step, (most / step).rounded(.up) * step)
        return low < high ? low...high : nil
    }
}
