/// Some of the positions from zero to a count, a bit for each.
public struct PositionSet: Hashable, Sendable {
    /// How many positions there are to choose from.
    public let bound: Int

    private var words: [UInt64]

    /// None of so many positions, or all of them.
    public init(upTo bound: Int, all: Bool = false) {
        self.bound = bound
        words = Array(repeating: all ? .max : 0, count: (bound + 63) / 64)
        trim()
    }

    /// The positions for which something is true.
    @inlinable
    public init(upTo bound: Int, where isMember: (Int) -> Bool) {
        self.init(upTo: bound)
        for position in 0..<bound where isMember(position) { insert(position) }
    }

    /// Whether there is none.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// How many there are.
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether a position is one of them.
    public func contains(_ position: Int) -> Bool {
        position >= 0 && position < bound && words[position >> 6] & (1 << UInt64(position & 63)) != 0
    }

    /// Adds a position.
    public mutating func insert(_ position: Int) { words[position >> 6] |= 1 << UInt64(position & 63) }

    /// Takes away what another set lacks.
    mutating func formIntersection(_ other: PositionSet) { for word in words.indices { words[word] &= other.words[word] } }

    /// Adds what another set has.
    mutating func formUnion(_ other: PositionSet) { for word in words.indices { words[word] |= other.words[word] } }

    /// The positions that are none of them.
    public var complement: PositionSet {
        var other = self
        for word in words.indices { other.words[word] = ~words[word] }
        other.trim()
        return other
    }

    /// Positions beyond the bound are never members.
    private mutating func trim() {
        if bound & 63 != 0 { words[words.count - 1] &= (1 << UInt64(bound & 63)) - 1 }
    }
}
