/// How many points of a plot stand at exactly the same place as each, itself among them.
struct Crowding: Hashable, Sendable {
    private let counts: [Int32]

    /// Looks at every point once; places are found again by a table of the first point of each.
    init(_ points: [PlottedPoint]) {
        var size = 16
        while size < 2 * points.count { size *= 2 }
        let shift = UInt64(64 - size.trailingZeroBitCount)
        var table = [Int32](repeating: -1, count: size)
        var first = [Int32](repeating: 0, count: points.count)
        var counts = first
        for (index, point) in points.enumerated() {
            let (x, y) = (point.x, point.y)
            let mixed = ((x.bitPattern &* 0x9E37_79B9_7F4A_7C15) ^ y.bitPattern) &* 0xD6E8_FEB8_6659_FD93
            var slot = Int(mixed >> shift)
            while table[slot] >= 0 {
                let other = points[Int(table[slot])]
                if other.x == x, other.y == y { break }
                slot = (slot + 1) & (size - 1)
            }
            if table[slot] < 0 { table[slot] = Int32(truncatingIfNeeded: index) }
            first[index] = table[slot]
            counts[Int(table[slot])] += 1
        }
        self.counts = first.map { counts[Int($0)] }
    }

    /// The number of points at the place of one.
    subscript(index: Int) -> Int { counts.indices.contains(index) ? Int(counts[index]) : 0 }
}
