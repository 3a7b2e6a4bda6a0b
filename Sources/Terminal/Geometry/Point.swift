/// The place of a character cell, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
    /// Coordinates stay within ± this, far outside any surface, so that arithmetic on them cannot overflow.
    static let farthest = 1_000_000

    /// The column, counted from the left edge; may lie outside a surface.
    public let column: Int

    /// The row, counted from the top edge; may lie outside a surface.
    public let row: Int

    /// A place; a coordinate absurdly far out becomes one that is merely far out.
    public init(column: Int, row: Int) {
        self.column = min(max(column, -Point.farthest), Point.farthest)
        self.row = min(max(row, -Point.farthest), Point.farthest)
    }

    /// The top left corner.
    public static let zero = Point(column: 0, row: 0)

    /// The place so many columns to the right and so many rows down.
    public func moved(columns: Int = 0, rows: Int = 0) -> Point {
        let (newColumn, _) = column.addingReportingOverflow(min(max(columns, -2 * Point.farthest), 2 * Point.farthest))
        let (newRow, _) = row.addingReportingOverflow(min(max(rows, -2 * Point.farthest), 2 * Point.farthest))
        return Point(column: newColumn, row: newRow)
    }
}
