import DesignSpace
import HardwareModel
import Precision
import Quantities
import Recipes

extension ReproductionReport {
    /// Points, statements and frontiers as one object.
    var json: JSONValue {
        .object([
            "study": .string(reproduction.study.name),
            "points": .array(reproduction.sections.flatMap { $0.rows.flatMap(json(of:)) }),
            "statements": .array(reproduction.verdicts.flatMap(json(of:))),
            "frontiers": .array(reproduction.contests.map(json(of:))),
        ])
    }

    /// One object for each recipe of a point; one with nulls for a point that nobody ran.
    func json(of row: Reproduction.Row) -> [JSONValue] {
        let measured: [MeasuredPoint?] = row.measured.filter { !$0.finished.isEmpty }
        return (measured.isEmpty ? [nil] : measured).map { point in
            let interval = point?.accuracy?.interval
            return .object([
                "network": .string(row.point.network), "dataset": .string(row.point.dataset),
                "precision": .string(row.point.precision.name), "radix": .string(row.point.radix.rawValue),
                "energy_uj": .number(row.energy.microjoules),
                "published_dataset": .optional(row.published?.point.dataset),
                "published_accuracy_percent": .optional(row.published?.accuracyPercent),
                "published_converged": row.published.map { .bool($0.converged) } ?? .null,
                "measured_accuracy_percent": .optional(point?.accuracy?.percent),
                "measured_accuracy_interval": interval.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null,
                "measured_converged": point?.accuracy.map { .bool($0.converged) } ?? .null,
                "recipe": .optional(point?.recipe.name), "epochs": point?.finished.first.map { .integer($0.epochs) } ?? .null,
                "seeds": point.map { .array($0.finished.map { .string(String($0.spec.seed)) }) } ?? .null,
                "accuracies_percent": point.map { .array($0.finished.map { .optional($0.testAccuracyPercent) }) } ?? .null,
            ])
        }
    }

    private func json(of verdicts: Reproduction.Verdicts) -> [JSONValue] {
        verdicts.statements.map { verdict in
            .object([
                "recipe": .string(verdicts.recipe), "text": .string(verdict.statement.text),
                "source": .string(verdict.statement.source), "outcome": .string(verdict.outcome.rawValue),
                "findings": .array(
                    verdict.findings.map { finding in
                        .object([
                            "point": .string(finding.expectation.point.name), "outcome": .string(finding.outcome.rawValue),
                            "figures": .string(finding.figures),
                        ])
                    }),
            ])
        }
    }

    private func json(of contest: FrontierContest) -> JSONValue {
        .object([
            "dataset": .string(contest.dataset), "dominated": .integer(contest.count(.dominated)),
            "tied": .integer(contest.count(.tied)), "unbeaten": .integer(contest.count(.unbeaten)),
            "published_hypervolume": .optional(contest.publishedShare), "measured_hypervolume": .optional(contest.measuredShare),
            "reference_energy_uj": .optional(contest.hypervolume?.reference.cost),
            "reference_accuracy_percent": .optional(contest.hypervolume?.reference.gain),
            "ideal_energy_uj": .optional(contest.hypervolume?.ideal.cost),
            "ideal_accuracy_percent": .optional(contest.hypervolume?.ideal.gain),
            "rounds": .array(
                contest.rounds.map { round in
                    .object([
                        "published": .string(round.published.point.reference.name), "verdict": .string(round.verdict.rawValue),
                        "measured": .optional(round.measured?.point.reference.name),
                    ])
                }),
        ])
    }
}
