import DesignSpace

/// The frontier of the published points of a plot, and how it stands against that of the measured ones.
struct FrontierRivalry: Hashable, Sendable {
    /// Positions in the plot's points of the published frontier, by rising cost.
    let published: [Int]
    /// The rectangle that both frontiers are measured by; nil if its sides have no length.
    let rectangle: Hypervolume?
    /// The share of the rectangle that the published points dominate.
    let publishedShare: Double
    /// The share of the rectangle that the measured points dominate.
    let measuredShare: Double

    /// Compares the frontiers; nil unless there are points of both kinds.
    init?(_ points: [PlottedPoint], as candidates: [ParetoFrontier.Candidate], _ sources: Set<Accuracy.Source>) {
        guard sources.isSuperset(of: [.measured, .published]) else { return nil }
        var (ours, theirs): ([Int], [Int]) = ([], [])
        for index in points.indices where points[index].source != .imported && !candidates[index].gain.isNaN {
            if points[index].source == .measured { ours.append(index) }
            if points[index].source == .published { theirs.append(index) }
        }
        guard !ours.isEmpty, !theirs.isEmpty else { return nil }
        published = ParetoFrontier.indices(of: theirs.map { candidates[$0] }).map { theirs[$0] }
        let measured = ours.map { candidates[$0] }
        let best = ParetoFrontier.indices(of: measured).map { measured[$0] }
        rectangle = Hypervolume(around: theirs.map { candidates[$0] } + best, andCostsOf: measured)
        publishedShare = rectangle?.share(of: theirs.map { candidates[$0] }) ?? 0
        measuredShare = rectangle?.share(of: ours.map { candidates[$0] }) ?? 0
    }
}
