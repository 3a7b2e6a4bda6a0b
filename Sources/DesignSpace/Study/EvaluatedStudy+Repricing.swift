import HardwareModel
import Precision

extension EvaluatedStudy {
    /// The same study priced on another accelerator: every row stays in its place with its accuracy, the frontier is found anew.
    public func repriced(on accelerator: Accelerator) -> EvaluatedStudy {
        var evaluations = SharedEvaluations(on: accelerator)
        func repriced(_ evaluation: Evaluation) -> Evaluation {
            evaluations.evaluation(of: evaluation.network, at: evaluation.precision, accounting: evaluation.accounting)
        }
        let rows = rows.map { row in
            EvaluatedPoint(
                index: row.index, point: row.point, evaluation: repriced(row.evaluation), accuracy: row.accuracy,
                state: row.state, runs: row.runs, published: row.published, baseline: repriced(row.baseline),
                baselineAccuracy: row.baselineAccuracy, isOnFrontier: false)
        }
        return EvaluatedStudy(study, on: accelerator, rows: rows)
    }
}
