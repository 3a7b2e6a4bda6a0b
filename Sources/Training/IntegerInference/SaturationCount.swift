/// How many values were looked at, and how many of them lay beyond the ends of their format.
struct SaturationCount: Hashable, Sendable {
    var values = 0
    var saturated = 0

    /// Adds another count.
    mutating func add(_ other: SaturationCount) {
        values += other.values
        saturated += other.saturated
    }
}
