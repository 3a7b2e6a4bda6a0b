import HardwareModel
import Networks
import Precision

extension EvaluatedStudy {
    /// The same study priced on another accelerator: every row stays in its place with its accuracy, the frontier is found anew.
    public func repriced(on accelerator: Accelerator) -> EvaluatedStudy {
        var pricer = Repricer(accelerator: accelerator)
        return EvaluatedStudy(study, on: accelerator, rows: rows.map { pricer.repriced($0) })
    }
}

/// Prices rows anew, sharing designs and mappings between the points that have them in common.
private struct Repricer {
    let accelerator: Accelerator
    private var designs: [Precision: Design] = [:]
    private var mappings: [String: Mapping] = [:]

    init(accelerator: Accelerator) { self.accelerator = accelerator }

    mutating func repriced(_ row: EvaluatedPoint) -> EvaluatedPoint {
        EvaluatedPoint(
            index: row.index, point: row.point, evaluation: repriced(row.evaluation), accuracy: row.accuracy, state: row.state,
            runs: row.runs,
            published: row.published, baseline: repriced(row.baseline), baselineAccuracy: row.baselineAccuracy,
            isOnFrontier: false)
    }

    private mutating func repriced(_ evaluation: Evaluation) -> Evaluation {
        let design = designs[evaluation.precision] ?? Design(accelerator, precision: evaluation.precision)
        let mapping = mappings[evaluation.network.name] ?? Mapping(evaluation.network, on: accelerator.tile)
        designs[evaluation.precision] = design
        mappings[evaluation.network.name] = mapping
        return Evaluation(design: design, mapping: mapping, accounting: evaluation.accounting)
    }
}
