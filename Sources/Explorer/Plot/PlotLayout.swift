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
        Self.cell(x.fraction(of: value), count: data.columns).map { data.left + $0 }
    }

    /// The row of a value, which may lie outside the data's rectangle; nil if the scale cannot show it.
    func row(of value: Double) -> Int? {
        Self.cell(1 - y.fraction(of: value), count: data.rows).map { data.top + $0 }
    }

    /// The cell of the plot's point at a position, which may lie outside the data's rectangle, and the bit, of the eight dots of a
    /// Braille cell in Unicode's order, that it falls on within; nil if a scale cannot show it.
    func place(ofPoint index: Int) -> (cell: Point, dot: UInt8)? {
        let (across, down) = (spots[index].across, 1 - spots[index].up)
        guard let column = Self.cell(across, count: data.columns), let row = Self.cell(down, count: data.rows) else { return nil }
        let right = across * Double(data.columns - 1)
        let below = down * Double(data.rows - 1)
        guard right.magnitude < 1e9, below.magnitude < 1e9 else {
            return (Point(column: data.left + column, row: data.top + row), 1)
        }
        let line = min(max(Int((below - Double(Self.nearest(below)) + 0.5) * 4), 0), 3)
        let isRight = right - Double(Self.nearest(right)) >= 0
        return (
            Point(column: data.left + column, row: data.top + row), BrailleDot.bit(column: isRight ? 1 : 0, line: line)
        )
    }

    /// Places far outside stay near enough for whole numbers.
    private static func cell(_ fraction: Double, count: Int) -> Int? {
        guard fraction.isFinite, count > 0 else { return nil }
        return nearest(min(max(fraction, -10), 11) * Double(count - 1))
    }

    /// The nearest whole number, of two equally near ones that away from zero, as `rounded()` has it, which is a call into the C library.
    private static func nearest(_ value: Double) -> Int {
        let whole = Int(value)
        let rest = value - Double(whole)
        return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
    }
}
