#if canImport(FoundationEssentials)
    import FoundationEssentials
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The area of cost and gain that a set of points dominates, as a share of a rectangle: one number for how good a frontier is.
///
/// Costs are taken by their logarithm, as the plot draws them. The rectangle reaches from the ideal corner (least cost, most gain)
/// to the reference point (most cost, least gain), each axis scaled to 1: 0 is a frontier that is nowhere better than the reference
/// point, 1 one that reaches the ideal corner (Zitzler and Thiele 1998).
public struct Hypervolume: Hashable, Sendable {
    /// The corner of least cost and most gain.
    public let ideal: ParetoFrontier.Candidate
    /// The corner of most cost and least gain, beyond which nothing counts.
    public let reference: ParetoFrontier.Candidate

    /// Spans the rectangle around points; nil if they have no extent in cost or in gain, or a cost is not above zero.
    ///
    /// - Parameter others: points that count for its costs alone, as runs that are on no frontier do: how bad the worst of them is says
    ///   nothing of a frontier.
    public init?(around points: [ParetoFrontier.Candidate], andCostsOf others: [ParetoFrontier.Candidate] = []) {
        let (costs, gains) = ((points + others).map(\.cost), points.map(\.gain))
        guard let cheapest = costs.min(), let dearest = costs.max(), let least = gains.min(), let most = gains.max(),
            cheapest > 0, dearest.isFinite, dearest > cheapest, most > least, (most - least).isFinite
        else { return nil }
        ideal = ParetoFrontier.Candidate(cost: cheapest, gain: most)
        reference = ParetoFrontier.Candidate(cost: dearest, gain: least)
    }

    /// The share of the rectangle that the points dominate, from 0 to 1.
    public func share(of points: [ParetoFrontier.Candidate]) -> Double {
        let frontier = ParetoFrontier.indices(of: points).map { points[$0] }
        var area = 0.0
        for (index, point) in frontier.enumerated() {
            let end = index + 1 < frontier.count ? frontier[index + 1].cost : reference.cost
            area += (position(of: end) - position(of: point.cost)) * height(of: point.gain)
        }
        return area
    }

    /// Where a cost lies between the ideal corner (0) and the reference point (1).
    private func position(of cost: Double) -> Double {
        let position = log(cost / ideal.cost) / log(reference.cost / ideal.cost)
        return min(max(position, 0), 1)
    }

    /// Where a gain lies between the reference point (0) and the ideal corner (1).
    private func height(of gain: Double) -> Double {
        min(max((gain - reference.gain) / (ideal.gain - reference.gain), 0), 1)
    }
}
