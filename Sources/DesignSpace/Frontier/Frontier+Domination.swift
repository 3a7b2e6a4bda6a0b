extension Frontier {
    /// What keeps a point off the frontier, and the least that would bring it there.
    public struct Domination: Hashable, Sendable {
        /// The frontier point with the most gain among those that cost no more.
        public let dominator: Int
        /// The cheapest frontier point with at least the point's gain, which dominates it as well.
        public let cheapest: Int
        /// How much gain is missing: with more than that at its cost, nothing would dominate the point.
        public let missingGain: Double
        /// The share of its cost, above 0 and at most 1, below which nothing would dominate the point at its gain.
        public let costShare: Double
    }

    /// The positions of all points that dominate a point, those of the frontier first, by rising cost and falling gain.
    public func dominators(of index: Int) -> [Int] {
        let point = candidates[index]
        let first = indices.filter { candidates[$0].dominates(point) }
        let isFirst = Set(first)
        let others = candidates.indices.filter { candidates[$0].dominates(point) && !isFirst.contains($0) }
        return first
            + others.sorted { (candidates[$0].cost, -candidates[$0].gain, $0) < (candidates[$1].cost, -candidates[$1].gain, $1) }
    }

    /// What keeps a point off the frontier; nil for a point on it, and for one that takes no part.
    ///
    /// The dominator has the most gain of all that cost no more, so the gain to be passed is its gain. The cost to be passed is that
    /// of the cheapest frontier point with at least the point's gain.
    public func domination(of index: Int) -> Domination? {
        let point = candidates[index]
        guard
            let dominator = indices.last(where: { candidates[$0].cost <= point.cost }), candidates[dominator].dominates(point),
            let cheapest = indices.first(where: { candidates[$0].gain >= point.gain })
        else { return nil }
        return Domination(
            dominator: dominator, cheapest: cheapest, missingGain: candidates[dominator].gain - point.gain,
            costShare: candidates[cheapest].cost / point.cost)
    }
}
