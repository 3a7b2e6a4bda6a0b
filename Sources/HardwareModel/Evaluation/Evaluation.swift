import Networks
import Precision
import Quantities

/// What a network costs on an accelerator at one precision: the modelled half of a design point.
public struct Evaluation: Hashable, Sendable {
    /// What an evaluation is made of; copies of it, of which a study holds many thousands, have it in common.
    private struct Content: Hashable {
        let design: Design
        let mapping: Mapping
        let accounting: Accounting
    }

    private let content: Shared<Content>

    /// The accelerator at the precision.
    public var design: Design { content.value.design }

    /// The network's cycles on it.
    public var mapping: Mapping { content.value.mapping }

    /// Which energy is charged.
    public var accounting: Accounting { content.value.accounting }

    /// Evaluates a network on an accelerator.
    public init(
        network: Network, precision: Precision, accelerator: Accelerator, accounting: Accounting = .nominal
    ) {
        self.init(
            design: Design(accelerator, precision: precision), mapping: Mapping(network, on: accelerator.tile),
            accounting: accounting)
    }

    /// Joins a design and a mapping on the same tile, which many points share.
    public init(design: Design, mapping: Mapping, accounting: Accounting = .nominal) {
        content = Shared(Content(design: design, mapping: mapping, accounting: accounting))
    }

    /// The network.
    public var network: Network { mapping.network }

    /// The precision.
    public var precision: Precision { design.precision }

    /// The accelerator.
    public var accelerator: Accelerator { design.accelerator }

    /// Whether its costs are of a precision that they were not fitted to.
    public var isExtrapolated: Bool { content.value.design.isExtrapolated }

    /// Whether it is the evaluation of a network of some name at a precision.
    public func isOf(network name: String, at precision: Precision) -> Bool {
        content.value.mapping.network.name == name && content.value.design.precision == precision
    }

    /// Clock cycles for one image.
    public var cycles: Int { mapping.cycles }

    /// The share of the multiply-accumulate operations that do useful work, from 0 to 1.
    public var utilisation: Double { mapping.utilisation }

    /// The time for one image: cycles / clock.
    public var latency: Time { Time(cycles: cycles, at: accelerator.tile.clock) }

    /// The accelerator's area.
    public var area: Area { design.area }

    /// The accelerator's power.
    public var power: Power { design.power }

    /// The energy that one cycle is charged under the accounting in force.
    public var chargedEnergyPerCycle: Energy { design.energyPerCycle - unchargedEnergyPerCycle }

    /// The energy of a cycle that the accounting in force leaves out: nothing, or the idle energy, but never more than half of what a
    /// cycle takes. The idle energy is an observation on one tile; a design so much smaller still takes energy.
    public var unchargedEnergyPerCycle: Energy {
        switch accounting {
        case .nominal: .zero
        case .gated: min(accelerator.costs.idleEnergyPerCycle, design.energyPerCycle * 0.5)
        }
    }

    /// Whether the idle energy is more than what may be left out.
    var isIdleEnergyCut: Bool { accounting == .gated && unchargedEnergyPerCycle < accelerator.costs.idleEnergyPerCycle }

    /// The energy of one image: charged energy per cycle * cycles.
    public var energy: Energy { chargedEnergyPerCycle * Double(cycles) }

    /// The energy of one layer for one image.
    public func energy(of layer: LayerMapping) -> Energy { chargedEnergyPerCycle * Double(layer.cycles) }

    /// Images a second, one after the other.
    public var imagesPerSecond: Double { 1 / latency.seconds }

    /// Multiply-accumulate operations for one image.
    public var macs: Int { network.macs }

    /// The energy of one useful multiply-accumulate operation.
    public var energyPerMAC: Energy { energy / Double(macs) }

    /// Tera-operations a second and watt, a MAC being two operations: 2 * MACs / energy.
    public var teraOperationsPerWatt: Double { 2 * Double(macs) / energy.picojoules }

    /// Energy of one image * time for one image.
    public var energyDelayProduct: EnergyDelayProduct { EnergyDelayProduct(energy: energy, delay: latency) }

    /// The memory of all weights, biases not counted (Section V-B): weights * weight bits.
    public var parameterSize: InformationSize { .bits(network.weightCount * precision.weightBits) }

    /// The memory of the feature maps that must be held at once: the largest sum of a layer's input and output.
    public var featureMapSize: InformationSize {
        .bits(network.layers.reduce(0) { max($0, $1.featureMapCount) } * precision.dataBits)
    }

    /// Whether all weights fit the buffer SB at once.
    public var weightsFitSynapseBuffer: Bool { parameterSize <= design.synapseBufferSize }

    /// What makes this evaluation an extrapolation.
    public var caveats: [Caveat] { accelerator.caveats(for: precision) + (isIdleEnergyCut ? [.cutIdleEnergy] : []) }
}

extension PlacedLayer {
    /// The values that must be held while the layer runs: its input and its output.
    public var featureMapCount: Int { input.count + output.count }
}

extension Evaluation {
    /// The memory of one layer's weights, biases not counted.
    public func parameterSize(of layer: PlacedLayer) -> InformationSize { .bits(layer.weightCount * precision.weightBits) }

    /// The memory of the feature maps that one layer reads and writes.
    public func featureMapSize(of layer: PlacedLayer) -> InformationSize {
        .bits(layer.featureMapCount * precision.dataBits)
    }
}
