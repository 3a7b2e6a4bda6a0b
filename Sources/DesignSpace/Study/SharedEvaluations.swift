import HardwareModel
import Networks
import Precision

/// Evaluations on one accelerator, each worked out once and shared by all points that have it in common.
struct SharedEvaluations {
    let accelerator: Accelerator
    private var ofNetworks: [Evaluations] = []
    /// By the codes of precisions.
    private var designs: [Int: Design] = [:]
    private let count: Int

    /// The evaluations of one network; networks of a study, of which there are few, differ by name.
    private struct Evaluations {
        let network: String
        let accounting: Accounting
        let mapping: Mapping
        /// By the codes of precisions.
        var byPrecision: [Int: Evaluation] = [:]
    }

    /// - Parameter count: about how many evaluations there will be at most.
    init(on accelerator: Accelerator, count: Int = 0) {
        self.accelerator = accelerator
        // Of very many points most have their evaluations in common, and they are of several networks.
        self.count = min(count, 1024) / 2
    }

    /// The evaluation of a network.
    mutating func evaluation(of network: Network, at precision: Precision, accounting: Accounting) -> Evaluation {
        let place = place(of: network.name, accounting) ?? add(network, accounting)
        return evaluation(at: precision, ofNetworkAt: place)
    }

    /// The evaluation of a network of some that are known by name; nil for none of them.
    mutating func evaluation(
        of name: String, among networks: [String: Network], at precision: Precision, accounting: Accounting
    ) -> Evaluation? {
        guard let place = place(of: name, accounting) ?? networks[name].map({ add($0, accounting) }) else { return nil }
        return evaluation(at: precision, ofNetworkAt: place)
    }

    private mutating func evaluation(at precision: Precision, ofNetworkAt place: Int) -> Evaluation {
        if let known = ofNetworks[place].byPrecision[precision.code] { return known }
        let design = design(at: precision)
        let evaluation = Evaluation(
            design: design, mapping: ofNetworks[place].mapping, accounting: ofNetworks[place].accounting)
        ofNetworks[place].byPrecision[precision.code] = evaluation
        return evaluation
    }

    private func place(of network: String, _ accounting: Accounting) -> Int? {
        ofNetworks.indices.first { ofNetworks[$0].network == network && ofNetworks[$0].accounting == accounting }
    }

    private mutating func add(_ network: Network, _ accounting: Accounting) -> Int {
        let known = ofNetworks.first { $0.network == network.name }
        let mapping = known?.mapping ?? Mapping(network, on: accelerator.tile)
        ofNetworks.append(Evaluations(network: network.name, accounting: accounting, mapping: mapping))
        ofNetworks[ofNetworks.count - 1].byPrecision.reserveCapacity(count)
        return ofNetworks.count - 1
    }

    private mutating func design(at precision: Precision) -> Design {
        if let known = designs[precision.code] { return known }
        let design = Design(accelerator, precision: precision)
        designs[precision.code] = design
        return design
    }
}
