import DesignSpace
import Terminal

/// Where the parts of a plot stand in a rectangle of character cells.
struct PlotLayout: Hashable, Sendable {
    /// The rectangle of the whole plot.
    let rect: Rect

    /// The line with the vertical axis's title and the legend; nil where there is no room.
    let header: Rect?

    /// The cells in which points stand.
    let data: Rect

    /// The column of the vertical axis.
    let axisColumn: Int

    /// The line of the horizontal axis; nil where there is no room.
    let axisRow: Int?

    /// The line of its title; nil where there is no room.
    let titleRow: Int?

    let xTicks: [Tick]
    let yTicks: [Tick]

    private let x: Scale
    private let y: Scale
    /// Where the plot's points stand on its scales.
    let spots: [PlotSpot]

    init(_ plot: FrontierPlot, in rect: Rect) {
        (x, y) = (plot.xScale, plot.yScale)
        spots = plot.spots
        self.rect = rect
        let hasHeader = rect.rows >= 6
        let hasAxis = rect.rows >= 4 && rect.columns >= 20
        let hasTitle = rect.rows >= 14
        let below = (hasAxis ? 2 : 0) + (hasTitle ? 1 : 0)
        let rows = max(0, rect.rows - (hasHeader ? 1 : 0) - below)
        yTicks = y.ticks(atMost: max(2, min(10, rows / 2)))
        let labels = rect.columns >= 20 ? yTicks.reduce(0) { max($0, $1.label.count) } + 2 : 0
        axisColumn = rect.left + labels
        let left = axisColumn + 1
        data = Rect(column: left, row: rect.top + (hasHeader ? 1 : 0), columns: max(0, rect.right - 1 - left), rows: rows)
        header = hasHeader ? rect.splitTop(1).top : nil
        axisRow = hasAxis ? data.bottom : nil
        titleRow = hasTitle ? data.bottom + 2 : nil
        xTicks = x.ticks(atMost: max(2, data.columns / 6))
    }

    /// The column of a value, which may lie outside the data's rectangle; nil if the scale cannot show it.
    func column(of value: Double) -> Int? {
        Self.place(x.fraction(of: value), among: data.columns).map { data.left + Self.nearest($0) }
    }

    /// The row of a value, which may lie outside the data's rectangle; nil if the scale cannot show it.
    func row(of value: Double) -> Int? {
        Self.place(1 - y.fraction(of: value), among: data.rows).map { data.top + Self.nearest($0) }
    }

    /// The cell of what stands at a spot, which may lie outside the data's rectangle, and the bit, of the eight dots of a Braille cell in
    /// Unicode's order, that it falls on within; nil if a scale cannot show it. In place, because it is asked for a hundred thousand.
    @inline(__always)
    func place(of spot: PlotSpot) -> (cell: Point, dot: UInt8)? {
        guard
            let right = Self.place(spot.across, among: data.columns), let below = Self.place(1 - spot.up, among: data.rows)
        else { return nil }
        let (column, row) = (Self.nearest(right), Self.nearest(below))
        let line = min(Int((below - Double(row) + 0.5) * 4), 3)
        return (
            Point(column: data.left + column, row: data.top + row),
            BrailleDot.bit(column: right >= Double(column) ? 1 : 0, line: line)
        )
    }

    /// Where a share of a scale lies among so many columns or rows; what is far outside stays near enough for whole numbers.
    @inline(__always)
    private static func place(_ fraction: Double, among count: Int) -> Double? {
        guard fraction.isFinite, count > 0 else { return nil }
        return min(max(fraction, -10), 11) * Double(count - 1)
    }

    /// The nearest whole number; truncation would take what is left of zero one cell too far to the right.
    private static func nearest(_ place: Double) -> Int { Int(place + 0.5 + farthest) - Int(farthest) }

    /// More cells than there can be left of the first or above it.
    private static let farthest = 65_536.0
}
