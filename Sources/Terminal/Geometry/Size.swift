/// An extent in character cells.
public struct Size: Hashable, Sendable {
    /// No side is longer than this, whatever a terminal claims, so that a surface's memory stays bounded.
    public static let longestSide = 2_000

    /// The width in columns, 0 to `longestSide`.
    public let columns: Int

    /// The height in rows, 0 to `longestSide`.
    public let rows: Int

    /// An extent; a side outside 0 to `longestSide` becomes the nearer end.
    public init(columns: Int, rows: Int) {
        self.columns = min(max(columns, 0), Size.longestSide)
        self.rows = min(max(rows, 0), Size.longestSide)
    }

    /// The number of cells.
    public var area: Int { columns * rows }

    /// Whether it holds no cell.
    public var isEmpty: Bool { columns == 0 || rows == 0 }
}

extension Size: CustomStringConvertible {
    /// Columns and rows as in `120x40`.
    public var description: String { "\(columns)x\(rows)" }
}
