import DesignSpace
import Terminal

/// Where the parts of a plot stand in a rectangle of character cells.
struct PlotLayout: Hashable, Sendable {
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

    init(_ plot: FrontierPlot, in rect: Rect) {
        (x, y) = (plot.xScale, plot.yScale)
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

    /// Where a value stands along the horizontal axis.
    struct Across {
        fileprivate let column: Int
        fileprivate let isRight: Bool
    }

    /// The column of a value, and whether it falls on the right half of a cell; nil if the scale cannot show it.
    func across(_ x: Double) -> Across? {
        let fraction = self.x.fraction(of: x)
        guard let column = Self.cell(fraction, count: data.columns) else { return nil }
        return Across(column: data.left + column, isRight: fraction * Double(data.columns - 1) >= Double(column))
    }

    /// The cell of a value whose place along the horizontal axis is known, which may lie outside the data's rectangle, and the bit, of
    /// the eight dots of a Braille cell in Unicode's order, that it falls on within; nil if the scale cannot show it.
    func place(_ across: Across, y: Double) -> (cell: Point, dot: UInt8)? {
        let down = 1 - self.y.fraction(of: y)
        guard let row = Self.cell(down, count: data.rows) else { return nil }
        let below = down * Double(data.rows - 1)
        let line = min(max(Int((min(max(below - Double(row), -1), 1) + 0.5) * 4), 0), 3)
        // The last line was added to the pattern later, behind the six dots of the old one.
        let bit: UInt8 = line == 3 ? 6 : UInt8(line)
        return (
            Point(column: across.column, row: data.top + row), 1 << (across.isRight ? (line == 3 ? 7 : bit + 3) : bit)
        )
    }

    /// Places far outside stay near enough for whole numbers.
    private static func cell(_ fraction: Double, count: Int) -> Int? {
        guard fraction.isFinite, count > 0 else { return nil }
        return Int((min(max(fraction, -10), 11) * Double(count - 1)).rounded())
    }
}
