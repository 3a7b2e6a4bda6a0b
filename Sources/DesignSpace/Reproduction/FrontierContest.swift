import HardwareModel
import Quantities

/// A paper's frontier of one data set against that of this program's runs, both priced by the model.
public struct FrontierContest: Hashable, Sendable {
    /// What became of a point of the paper's frontier.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// A measured point takes no more energy and is more accurate, beyond the 95 % interval of either.
        case dominated
        /// A measured point takes no more energy and is no less accurate, but inside an interval.
        case tied
        /// No measured point takes no more energy and is no less accurate.
        case unbeaten
    }

    /// A point of the paper's frontier with what stands against it.
    public struct Round: Hashable, Sendable {
        /// The paper's point.
        public let published: EvaluatedPoint
        /// The measured point that decides; nil where none takes no more energy and is no less accurate.
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
    /// The rectangle that both are measured by, in microjoules an image and percent; spanned by every known point of the data set.
    public let hypervolume: Hypervolume?

    /// Compares the published and the measured rows of a data set; nil unless there are both.
    public init?(of dataset: String, in rows: [EvaluatedPoint]) {
        let known = rows.filter { $0.point.dataset == dataset && $0.accuracy?.percent != nil }
        let published = known.filter { $0.accuracy?.source == .published }
        let measured = known.filter { $0.accuracy?.source == .measured }
        guard !published.isEmpty, !measured.isEmpty else { return nil }
        self.dataset = dataset
        self.measured = measured.frontier()
        rounds = published.frontier().map { Self.round(for: $0, against: measured) }
        hypervolume = Hypervolume(around: Self.candidates(published + measured))
    }

    /// The share of the rectangle that the paper's frontier dominates.
    public var publishedShare: Double? { hypervolume?.share(of: Self.candidates(rounds.map(\.published))) }

    /// The share of the rectangle that the measured frontier dominates.
    public var measuredShare: Double? { hypervolume?.share(of: Self.candidates(measured)) }

    /// How many points of the paper's frontier met a fate.
    public func count(_ verdict: Verdict) -> Int { rounds.count { $0.verdict == verdict } }

    private static func round(for published: EvaluatedPoint, against measured: [EvaluatedPoint]) -> Round {
        // The same arithmetic prices both, so equal designs have equal energies to the bit.
        let rivals = measured.filter {
            $0.evaluation.energy <= published.evaluation.energy
                && ($0.accuracy?.percent ?? 0) >= (published.accuracy?.percent ?? 100)
        }
        guard let best = rivals.max(by: { ($0.accuracy?.percent ?? 0) < ($1.accuracy?.percent ?? 0) }),
            let ours = best.accuracy, let theirs = published.accuracy
        else { return Round(published: published, measured: nil, verdict: .unbeaten) }
        return Round(published: published, measured: best, verdict: ours.ties(with: theirs) ? .tied : .dominated)
    }

    private static func candidates(_ rows: [EvaluatedPoint]) -> [ParetoFrontier.Candidate] {
        rows.compactMap { row in
            row.accuracy?.percent.map { ParetoFrontier.Candidate(cost: CostAxis.energy.value(of: row), gain: $0) }
        }
    }
}
