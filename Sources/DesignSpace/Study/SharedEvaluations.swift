import HardwareModel
import Networks
import Precision

/// Evaluations on one accelerator, each worked out once and shared by all points that have it in common.
struct SharedEvaluations {
    let accelerator: Accelerator
    private var ofNetworks: [Evaluations] = []
    /// By the codes of precisions.
    private var designs: [Int: Design] = [:]
    private var mappings: [String: Mapping] = [:]
    private let count: Int

    /// The evaluations of one network; networks of a study, of which there are few, differ by name.
    private struct Evaluations {
        let network: String
        let accounting: Accounting
        /// By the codes of precisions.
        var byPrecision: [Int: Evaluation] = [:]
    }

    /// - Parameter count: about how many evaluations there will be at most.
    init(on accelerator: Accelerator, count: Int = 0) {
        self.accelerator = accelerator
        // Of very many points most have their evaluations in common, and they are of several networks.
        self.count = min(count, 1024) / 2
    }

    mutating func evaluation(of network: Network, at precision: Precision, accounting: Accounting) -> Evaluation {
        let place = place(of: network.name, accounting)
        if let known = ofNetworks[place].byPrecision[precision.code] { return known }
        let evaluation = Evaluation(design: design(at: precision), mapping: mapping(of: network), accounting: accounting)
        ofNetworks[place].byPrecision[precision.code] = evaluation
        return evaluation
    }

    private mutating func place(of network: String, _ accounting: Accounting) -> Int {
        if let known = ofNetworks.firstIndex(where: { $0.network == network && $0.accounting == accounting }) { return known }
        ofNetworks.append(Evaluations(network: network, accounting: accounting))
        ofNetworks[ofNetworks.count - 1].byPrecision.reserveCapacity(count)
        return ofNetworks.count - 1
    }

    private mutating func design(at precision: Precision) -> Design {
        if let known = designs[precision.code] { return known }
        let design = Design(accelerator, precision: precision)
        designs[precision.code] = design
        return design
    }

    private mutating func mapping(of network: Network) -> Mapping {
        if let known = mappings[network.name] { return known }
        let mapping = Mapping(network, on: accelerator.tile)
        mappings[network.name] = mapping
        return mapping
    }
}
