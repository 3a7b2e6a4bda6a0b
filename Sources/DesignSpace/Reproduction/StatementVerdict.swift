import Quantities

/// What runs say to a statement of a paper.
public struct StatementVerdict: Hashable, Sendable {
    /// Whether something holds.
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// All of it is so.
        case holds
        /// Some of it is not so.
        case doesNotHold = "does not hold"
        /// Runs that it takes are missing, and nothing that was run contradicts it.
        case notMeasured = "not measured"
    }

    /// What runs say to one of the statement's expectations.
    public struct Finding: Hashable, Sendable {
        /// The expectation.
        public let expectation: PaperStatement.Expectation
        /// Whether it holds.
        public let outcome: Outcome
        /// The figures behind the outcome, for a person.
        public let figures: String
    }

    /// The statement.
    public let statement: PaperStatement
    /// Its expectations, each with what was found.
    public let findings: [Finding]

    /// Whether the statement holds.
    public var outcome: Outcome {
        if findings.contains(where: { $0.outcome == .doesNotHold }) { return .doesNotHold }
        return findings.allSatisfy { $0.outcome == .holds } ? .holds : .notMeasured
    }

    /// Holds a statement against points that were measured by one recipe, and against the model's energies.
    init(
        _ statement: PaperStatement, measured: [PointReference: MeasuredPoint],
        energyPercent: (_ point: PointReference, _ of: PointReference) -> Double?
    ) {
        self.statement = statement
        findings = statement.expectations.map { expectation in
            let (outcome, figures) = Self.judge(expectation, measured, energyPercent)
            return Finding(expectation: expectation, outcome: outcome, figures: figures)
        }
    }

    private static func judge(
        _ expectation: PaperStatement.Expectation, _ measured: [PointReference: MeasuredPoint],
        _ energyPercent: (PointReference, PointReference) -> Double?
    ) -> (Outcome, String) {
        switch expectation.relation {
        case .energyPercent(let expected, let tolerance, let other):
            guard let percent = energyPercent(expectation.point, other) else { return (.notMeasured, "not priced") }
            let holds = (percent - expected).magnitude <= tolerance
            return (
                holds ? .holds : .doesNotHold,
                "\(percent.text(decimals: 1)) % of the energy of \(other.name), the paper's is \(expected.text(decimals: 0)) % (model)"
            )
        case .failsToConverge:
            guard let accuracy = measured[expectation.point]?.accuracy, let percent = accuracy.percent else {
                return (.notMeasured, "no run")
            }
            return (
                accuracy.converged ? .doesNotHold : .holds,
                accuracy.converged ? "\(percent.text(decimals: 2)) %" : "did not converge"
            )
        case .dropAtMost(let points, let other):
            return compare(expectation.point, other, in: measured) { drop, _ in drop <= points }
        case .dropAtLeast(let points, let other):
            return compare(expectation.point, other, in: measured) { drop, _ in drop >= points }
        case .notAbove(let other):
            return compare(expectation.point, other, in: measured) { drop, isTie in drop >= 0 || isTie }
        }
    }

    private static func compare(
        _ point: PointReference, _ other: PointReference, in measured: [PointReference: MeasuredPoint],
        holds: (_ drop: Double, _ isTie: Bool) -> Bool
    ) -> (Outcome, String) {
        guard let ours = measured[point]?.accuracy, let theirs = measured[other]?.accuracy, let percent = ours.percent,
            let otherPercent = theirs.percent
        else {
            let missing = [point, other].filter { measured[$0]?.accuracy?.percent == nil }.map(\.name)
            return (.notMeasured, "no run of \(missing.joined(separator: " and of "))")
        }
        let isTie = ours.ties(with: theirs)
        let difference = percent.shownDifference(from: otherPercent, decimals: 2).signedText(decimals: 2)
        return (
            holds(otherPercent - percent, isTie) ? .holds : .doesNotHold,
            "\(percent.text(decimals: 2)) against \(otherPercent.text(decimals: 2)) %: \(difference) points\(isTie ? ", a tie" : "")"
        )
    }
}
