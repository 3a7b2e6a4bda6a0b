/// A stretch of cells in one row.
public struct CellRun: Hashable, Sendable {
    /// The row.
    public let row: Int

    /// The columns.
    public let columns: Range<Int>

    /// A stretch of cells in one row.
    public init(row: Int, columns: Range<Int>) {
        self.row = row
        self.columns = columns
    }
}
