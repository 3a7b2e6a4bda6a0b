import Terminal

/// Finds the cells of points one after the other.
///
/// Neighbours most often cost the same, so that a logarithm need not be taken again.
struct PointPlacer {
    /// Where a point stands.
    struct Place {
        let cell: Point
        /// The bit, of the eight dots of a Braille cell in Unicode's order, that it falls on within.
        let dot: UInt8
        /// The number of the cell among those of the data's rectangle, row by row.
        let number: Int
    }

    private let layout: PlotLayout
    private var x = Double.nan
    private var across: PlotLayout.Across?

    init(_ layout: PlotLayout) { self.layout = layout }

    /// The place of a point; nil if it is outside the data's rectangle.
    mutating func place(x: Double, y: Double) -> Place? {
        if x != self.x {
            self.x = x
            across = layout.across(x)
        }
        let area = layout.data
        guard let across, let (cell, dot) = layout.place(across, y: y), area.contains(cell) else { return nil }
        return Place(cell: cell, dot: dot, number: (cell.row - area.top) * area.columns + cell.column - area.left)
    }
}
