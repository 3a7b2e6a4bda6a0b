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

    /// The bit, of the eight dots of a Braille cell in Unicode's order, that a value pair falls on within its cell.
    func dot(x: Double, y: Double) -> UInt8 {
        let (across, down) = (
            self.x.fraction(of: x) * Double(data.columns - 1), (1 - self.y.fraction(of: y)) * Double(data.rows - 1)
        )
        guard across.isFinite, down.isFinite else { return 0 }
        let isRight = across - across.rounded() >= 0
        let row = min(max(Int((down - down.rounded() + 0.5) * 4), 0), 3)
        return [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]][isRight ? 1 : 0][row]
    }

    /// Places far outside stay near enough for whole numbers.
    private static func cell(_ fraction: Double, count: Int) -> Int? {
        guard fraction.isFinite, count > 0 else { return nil }
        return Int((min(max(fraction, -10), 11) * Double(count - 1)).rounded())
    }
}
