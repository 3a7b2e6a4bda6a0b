/// Rows that stand elsewhere than before.
public struct RowShift: Hashable, Sendable {
    /// The rows within which all are moved.
    public let rows: Range<Int>

    /// How far up; negative for down.
    public let distance: Int

    /// Rows that stand elsewhere than before.
    public init(rows: Range<Int>, distance: Int) {
        self.rows = rows
        self.distance = distance
    }
}
