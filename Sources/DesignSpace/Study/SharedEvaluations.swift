import HardwareModel
import Networks
import Precision

/// Evaluations on one accelerator, each worked out once and shared by all points that have it in common.
struct SharedEvaluations {
    let accelerator: Accelerator
    private var evaluations: [Costs: Evaluation] = [:]
    private var designs: [Precision: Design] = [:]
    private var mappings: [String: Mapping] = [:]

    /// What an evaluation depends on; networks of a study differ by name.
    private struct Costs: Hashable {
        let network: String
        let precision: Precision
        let accounting: Accounting
    }

    /// - Parameter count: about how many evaluations there will be at most.
    init(on accelerator: Accelerator, count: Int = 0) {
        self.accelerator = accelerator
        // Of very many points most have their evaluations in common.
        evaluations.reserveCapacity(min(count, 1024))
    }

    mutating func evaluation(of network: Network, at precision: Precision, accounting: Accounting) -> Evaluation {
        let costs = Costs(network: network.name, precision: precision, accounting: accounting)
        if let known = evaluations[costs] { return known }
        let evaluation = Evaluation(design: design(at: precision), mapping: mapping(of: network), accounting: accounting)
        evaluations[costs] = evaluation
        return evaluation
    }

    private mutating func design(at precision: Precision) -> Design {
        if let known = designs[precision] { return known }
        let design = Design(accelerator, precision: precision)
        designs[precision] = design
        return design
    }

    private mutating func mapping(of network: Network) -> Mapping {
        if let known = mappings[network.name] { return known }
        let mapping = Mapping(network, on: accelerator.tile)
        mappings[network.name] = mapping
        return mapping
    }
}
