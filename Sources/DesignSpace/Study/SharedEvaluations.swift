import HardwareModel
import Networks
import Precision

/// Evaluations on one accelerator, each worked out once and shared by all points that have it in common.
struct SharedEvaluations {
    let accelerator: Accelerator
    private var evaluations: [Costs: Evaluation] = [:]

    /// What an evaluation depends on; networks of a study differ by name.
    private struct Costs: Hashable {
        let network: String
        let precision: Precision
        let accounting: Accounting
    }

    init(on accelerator: Accelerator) { self.accelerator = accelerator }

    mutating func evaluation(of network: Network, at precision: Precision, accounting: Accounting) -> Evaluation {
        let costs = Costs(network: network.name, precision: precision, accounting: accounting)
        if let known = evaluations[costs] { return known }
        let evaluation = Evaluation(network: network, precision: precision, accelerator: accelerator, accounting: accounting)
        evaluations[costs] = evaluation
        return evaluation
    }
}
