import HardwareModel
import Quantities

/// A paper's frontier of one data set against that of this program's runs, both priced by the model.
public struct FrontierContest: Hashable, Sendable {
    /// What became of a point of the paper's frontier.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// A measured point takes no more energy and is more accurate, beyond the 95 % interval of either.
        case dominated
        /// A measured point takes no more energy, and the two accuracies cannot be told apart.
        case tied
        /// Whatever was measured at no more energy is less accurate, beyond the interval.
        case unbeaten
    }

    /// A point of the paper's frontier with what stands against it.
    public struct Round: Hashable, Sendable {
        /// The paper's point.
        public let published: EvaluatedPoint
        /// The most accurate measured point that takes no more energy; nil if there is none.
        public let measured: EvaluatedPoint?
        /// What became of it.
        public let verdict: Verdict
    }

    /// The data set.
    public let dataset: String
    /// The paper's frontier, by rising energy.
    public let rounds: [Round]
    /// The measured frontier, by rising energy.
    public let measured: [EvaluatedPoint]
    /// The rectangle that both are measured by, in microjoules an image and percent; spanned by the paper's
    /// points and the measured frontier, and by the energies of all points that could be on one.
    public let hypervolume: Hypervolume?

    /// Compares the published and the measured rows of a data set; nil unless there are both.
    public init?(of dataset: String, in rows: [EvaluatedPoint]) {
        let known = rows.filter { $0.point.dataset == dataset && $0.contendingPercent != nil }
        let published = known.filter { $0.accuracy?.source == .published }
        let measured = known.filter { $0.accuracy?.source == .measured }
        guard !published.isEmpty, !measured.isEmpty else { return nil }
        self.dataset = dataset
        self.measured = measured.frontier()
        rounds = published.frontier().map { Self.round(for: $0, against: measured) }
        hypervolume = Hypervolume(around: Self.candidates(published + self.measured), andCostsOf: Self.candidates(measured))
    }

    /// The share of the rectangle that the paper's frontier dominates.
    public var publishedShare: Double? { hypervolume?.share(of: Self.candidates(rounds.map(\.published))) }

    /// The share of the rectangle that the measured frontier dominates.
    public var measuredShare: Double? { hypervolume?.share(of: Self.candidates(measured)) }

    /// How many points of the paper's frontier met a fate.
    public func count(_ verdict: Verdict) -> Int { rounds.count { $0.verdict == verdict } }

    /// A measured point that the paper has no accuracy of, with the points of the paper's frontier that it dominates.
    public struct Addition: Hashable, Sendable {
        /// The measured point.
        public let point: EvaluatedPoint
        /// Points of the paper's frontier that cost no less and are less accurate beyond the 95 % interval of either.
        public let dominated: [EvaluatedPoint]
    }

    /// The points of the measured frontier that the paper has no accuracy of and that dominate something of its frontier.
    public var additions: [Addition] {
        measured.compactMap { row in
            guard row.published.accuracyPercent == nil, let ours = row.accuracy else { return nil }
            let dominated = rounds.map(\.published).filter { published in
                guard let theirs = published.accuracy else { return false }
                return row.evaluation.energy <= published.evaluation.energy && (ours.percent ?? 0) > (theirs.percent ?? 100)
                    && !ours.ties(with: theirs)
            }
            return dominated.isEmpty ? nil : Addition(point: row, dominated: dominated)
        }
    }

    private static func round(for published: EvaluatedPoint, against measured: [EvaluatedPoint]) -> Round {
        // The same arithmetic prices both, so equal designs have equal energies to the bit.
        let rivals = measured.filter { $0.evaluation.energy <= published.evaluation.energy }
        guard let best = rivals.max(by: { ($0.accuracy?.percent ?? 0) < ($1.accuracy?.percent ?? 0) }),
            let ours = best.accuracy, let theirs = published.accuracy
        else { return Round(published: published, measured: nil, verdict: .unbeaten) }
        if ours.ties(with: theirs) { return Round(published: published, measured: best, verdict: .tied) }
        let isBetter = (ours.percent ?? 0) > (theirs.percent ?? 100)
        return Round(published: published, measured: best, verdict: isBetter ? .dominated : .unbeaten)
    }

    private static func candidates(_ rows: [EvaluatedPoint]) -> [ParetoFrontier.Candidate] {
        rows.compactMap { row in
            row.contendingPercent.map { ParetoFrontier.Candidate(cost: CostAxis.energy.value(of: row), gain: $0) }
        }
    }
}
