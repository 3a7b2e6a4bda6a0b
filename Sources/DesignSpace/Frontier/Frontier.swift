/// Points in the plane of a cost and a gain with those of them that nothing dominates: what one walks along to choose a design.
public struct Frontier: Hashable, Sendable {
    /// All points.
    public let candidates: [ParetoFrontier.Candidate]

    /// The positions of the non-dominated ones, by rising cost; equal ones by position.
    public let indices: [Int]

    /// Finds the frontier of some points; one with a coordinate that is not a number takes no part.
    public init(of candidates: [ParetoFrontier.Candidate]) {
        self.candidates = candidates
        indices = ParetoFrontier.indices(of: candidates)
    }

    /// What going from one point to another brings and costs.
    public struct Trade: Hashable, Sendable {
        /// The gain of the second point less that of the first.
        public let gain: Double
        /// The cost of the second point over that of the first.
        public let costRatio: Double
    }

    /// What going from one point to another brings and costs.
    public func trade(from first: Int, to second: Int) -> Trade {
        let (one, other) = (candidates[first], candidates[second])
        return Trade(gain: other.gain - one.gain, costRatio: other.cost / one.cost)
    }

    /// The next frontier point that costs more than a frontier point, or less; nil at the ends, and for a point that is dominated.
    public func neighbour(of index: Int, towardsMoreCost: Bool) -> Int? {
        guard let place = indices.firstIndex(of: index) else { return nil }
        let cost = candidates[index].cost
        if towardsMoreCost { return indices.dropFirst(place + 1).first { candidates[$0].cost > cost } }
        return indices.prefix(place).last { candidates[$0].cost < cost }
    }
}
