/// The Pareto frontier: the points that no other point beats.
///
/// A point dominates another if it costs no more and gains no less, and one of the two strictly. Points that are equal in both do
/// not dominate each other, so that all of them are on the frontier. A point with a coordinate that is not a number takes no part.
public enum ParetoFrontier {
    /// A point in the plane of a cost, of which less is better, and a gain, of which more is better.
    public struct Candidate: Hashable, Sendable {
        /// What is paid: energy, power, area, latency.
        public let cost: Double
        /// What is had: accuracy.
        public let gain: Double

        /// Makes a candidate.
        public init(cost: Double, gain: Double) {
            self.cost = cost
            self.gain = gain
        }

        /// Whether both are the same; that neither is a number is as good as equal, so that sets of points can be compared.
        public static func == (left: Candidate, right: Candidate) -> Bool {
            isSame(left.cost, right.cost) && isSame(left.gain, right.gain)
        }

        /// Feeds the hash.
        public func hash(into hasher: inout Hasher) {
            for value in [cost, gain] where !value.isNaN { hasher.combine(value) }
        }

        private static func isSame(_ left: Double, _ right: Double) -> Bool { left == right || left.isNaN && right.isNaN }

        /// Whether this candidate beats another.
        public func dominates(_ other: Candidate) -> Bool {
            cost <= other.cost && gain >= other.gain && (cost < other.cost || gain > other.gain)
        }
    }

    private struct Entry {
        let candidate: Candidate
        let index: Int
    }

    /// The positions of the non-dominated candidates, by rising cost; equal candidates by position.
    ///
    /// Takes a time of n log n in the worst case; most candidates that are far from the frontier are put aside in one pass.
    public static func indices(of candidates: [Candidate]) -> [Int] {
        var entries = survivors(of: candidates)
        entries.sort { left, right in
            if left.candidate.cost != right.candidate.cost { return left.candidate.cost < right.candidate.cost }
            if left.candidate.gain != right.candidate.gain { return left.candidate.gain > right.candidate.gain }
            return left.index < right.index
        }
        var frontier: [Int] = []
        var last: Candidate?
        for entry in entries {
            if let best = last, entry.candidate != best, entry.candidate.gain <= best.gain { continue }
            last = entry.candidate
            frontier.append(entry.index)
        }
        return frontier
    }

    /// The candidates that a few good ones do not dominate: a superset of the frontier, and a small one for a cloud of points.
    private static func survivors(of candidates: [Candidate]) -> [Entry] {
        let judges = judges(of: candidates)
        var survivors: [Entry] = []
        for (index, candidate) in candidates.enumerated() where !candidate.cost.isNaN && !candidate.gain.isNaN {
            var isBeaten = false
            for judge in judges where judge.dominates(candidate) {
                isBeaten = true
                break
            }
            if !isBeaten { survivors.append(Entry(candidate: candidate, index: index)) }
        }
        return survivors
    }

    /// Good candidates in several directions: those with the most gain less a multiple of their cost.
    private static func judges(of candidates: [Candidate]) -> [Candidate] {
        var range: (low: Candidate, high: Candidate)?
        for candidate in candidates where candidate.cost.isFinite && candidate.gain.isFinite {
            let (low, high) = range ?? (candidate, candidate)
            range = (
                Candidate(cost: min(low.cost, candidate.cost), gain: min(low.gain, candidate.gain)),
                Candidate(cost: max(high.cost, candidate.cost), gain: max(high.gain, candidate.gain))
            )
        }
        guard let (low, high) = range, high.cost > low.cost, high.gain > low.gain else { return [] }
        let slope = (high.gain - low.gain) / (high.cost - low.cost)
        return best(of: candidates, slopes: SIMD4(0.125, 0.5, 2, 8) * slope)
    }

    /// For each slope the candidate with the most gain less its cost times the slope.
    private static func best(of candidates: [Candidate], slopes: SIMD4<Double>) -> [Candidate] {
        var best = SIMD4<Int64>(repeating: -1)
        var scores = SIMD4<Double>(repeating: -.infinity)
        for (index, candidate) in candidates.enumerated() where candidate.cost.isFinite && candidate.gain.isFinite {
            let found = candidate.gain - slopes * candidate.cost
            let isBetter = found .> scores
            guard any(isBetter) else { continue }
            scores.replace(with: found, where: isBetter)
            best.replace(with: Int64(index), where: isBetter)
        }
        return best.indices.compactMap { best[$0] < 0 ? nil : candidates[Int(best[$0])] }
    }
}
