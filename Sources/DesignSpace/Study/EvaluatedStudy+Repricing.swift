import HardwareModel
import Precision

extension EvaluatedStudy {
    /// The same study priced on another accelerator: every row stays in its place with its accuracy, the frontier is found anew.
    public func repriced(on accelerator: Accelerator) -> EvaluatedStudy {
        var evaluations = SharedEvaluations(on: accelerator)
        func repriced(_ evaluation: Evaluation) -> Evaluation {
            evaluations.evaluation(of: evaluation.network, at: evaluation.precision, accounting: evaluation.accounting)
        }
        var last: (old: Shared<EvaluatedPoint.PricedDesign>, new: Shared<EvaluatedPoint.PricedDesign>)?
        let rows = rows.map { row in
            // Neighbours are most often the same design.
            let design =
                if let last, last.old === row.design {
                    last.new
                } else {
                    Shared(
                        EvaluatedPoint.PricedDesign(
                            point: row.point, evaluation: repriced(row.evaluation), published: row.published,
                            baseline: repriced(row.baseline)))
                }
            last = (row.design, design)
            return EvaluatedPoint(index: row.index, design, percent: row.accuracyPercent, row.evidence)
        }
        return EvaluatedStudy(study, on: accelerator, rows: rows)
    }
}
