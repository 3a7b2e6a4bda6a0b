#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension Frontier {
    /// The frontier point where paying more begins to bring little: the one furthest above the straight line between the ends.
    ///
    /// Costs are taken by their logarithm, as the plot draws them, and both axes are scaled to the frontier's own extent (Das 1999, "On
    /// characterizing the knee of the Pareto curve").
    ///
    /// - Returns: nil if the frontier has fewer than three points that differ, or none lies above the line.
    public var knee: Int? {
        guard let first = indices.first.map({ candidates[$0] }), let last = indices.last.map({ candidates[$0] }) else { return nil }
        let (width, height) = (log(last.cost / first.cost), last.gain - first.gain)
        guard first.cost > 0, width > 0, width.isFinite, height > 0, height.isFinite else { return nil }
        var best: (distance: Double, index: Int)?
        for index in indices {
            let distance = (candidates[index].gain - first.gain) / height - log(candidates[index].cost / first.cost) / width
            if distance > max(best?.distance ?? 0, 1e-9) { best = (distance, index) }
        }
        return best?.index
    }
}
