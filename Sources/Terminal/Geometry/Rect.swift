/// A rectangle of character cells.
public struct Rect: Hashable, Sendable {
    /// The top left cell.
    public let origin: Point

    /// How many columns and rows it has; either may be 0.
    public let size: Size

    /// A rectangle of the given size with its top left cell at `origin`.
    public init(origin: Point = .zero, size: Size) {
        self.origin = origin
        self.size = size
    }

    /// A rectangle by its top left cell and its extent; a negative extent counts as 0.
    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.init(origin: Point(column: column, row: row), size: Size(columns: columns, rows: rows))
    }

    /// The leftmost column.
    public var left: Int { origin.column }

    /// The topmost row.
    public var top: Int { origin.row }

    /// The first column right of the rectangle.
    public var right: Int { origin.column + size.columns }

    /// The first row below the rectangle.
    public var bottom: Int { origin.row + size.rows }

    /// The width in columns.
    public var columns: Int { size.columns }

    /// The height in rows.
    public var rows: Int { size.rows }

    /// The columns it covers.
    public var columnRange: Range<Int> { left..<right }

    /// The rows it covers.
    public var rowRange: Range<Int> { top..<bottom }

    /// Whether it covers no cell.
    public var isEmpty: Bool { size.isEmpty }

    /// Whether the cell at `point` belongs to it.
    public func contains(_ point: Point) -> Bool { columnRange.contains(point.column) && rowRange.contains(point.row) }

    /// The cells that both rectangles cover; empty if there are none.
    public func intersection(_ other: Rect) -> Rect {
        let newLeft = max(left, other.left)
        let newTop = max(top, other.top)
        return Rect(
            column: newLeft, row: newTop, columns: min(right, other.right) - newLeft, rows: min(bottom, other.bottom) - newTop)
    }
}
