import Precision
import Quantities

/// An accelerator built for one precision: its components, their area and their power (Hashemi et al., Table III and Fig. 3).
public struct Design: Hashable, Sendable {
    /// What a design is made of; the networks that are evaluated on it have it in common.
    private struct Content: Hashable {
        let accelerator: Accelerator
        let precision: Precision
        let components: [ComponentUse]
        let area: Area
        let energyPerCycle: Energy
        let isExtrapolated: Bool
    }

    private let content: Shared<Content>

    /// The accelerator.
    public var accelerator: Accelerator { content.value.accelerator }

    /// The precision it is built for.
    public var precision: Precision { content.value.precision }

    /// Every component, from the buffers to the control.
    public var components: [ComponentUse] { content.value.components }

    /// The area of all components.
    public var area: Area { content.value.area }

    /// The energy of one clock cycle of all components.
    public var energyPerCycle: Energy { content.value.energyPerCycle }

    /// Whether its area and energy are of a precision that the costs were not fitted to.
    public var isExtrapolated: Bool { content.value.isExtrapolated }

    /// Builds the accelerator for a precision.
    public init(_ accelerator: Accelerator, precision: Precision) {
        let widths = Widths(precision: precision, synapses: accelerator.tile.synapses)
        let buffers = ComponentUse.buffers(of: accelerator, precision: precision)
        let weightBlocks = ComponentUse.weightBlocks(of: accelerator, precision: precision, widths: widths)
        let adderTrees = ComponentUse.adderTrees(of: accelerator, precision: precision, widths: widths)
        let rest = ComponentUse.rest(of: accelerator, precision: precision, widths: widths)
        var components: [ComponentUse] = []
        // A study has hundreds of designs: each takes its memory once, and no more than it needs.
        components.reserveCapacity(buffers.count + weightBlocks.count + adderTrees.count + rest.count)
        components += buffers
        components += weightBlocks
        components += adderTrees
        components += rest
        content = Shared(
            Content(
                accelerator: accelerator, precision: precision, components: components,
                area: components.reduce(.zero) { $0 + $1.area },
                energyPerCycle: components.reduce(.zero) { $0 + $1.energyPerCycle },
                isExtrapolated: accelerator.extrapolates(to: precision)))
    }

    /// The power of all components: energy per cycle * clock.
    public var power: Power { energyPerCycle * accelerator.tile.clock }

    /// The power of one component.
    public func power(of use: ComponentUse) -> Power { use.power(at: accelerator.tile.clock) }

    /// The area of a group of components.
    public func area(of group: ComponentGroup) -> Area {
        components.reduce(.zero) { $1.group == group ? $0 + $1.area : $0 }
    }

    /// The power of a group of components.
    public func power(of group: ComponentGroup) -> Power {
        components.reduce(.zero) { $1.group == group ? $0 + power(of: $1) : $0 }
    }

    /// The share of the area that a group takes, from 0 to 1.
    public func areaShare(of group: ComponentGroup) -> Double { area(of: group) / area }

    /// The share of the power that a group takes, from 0 to 1.
    public func powerShare(of group: ComponentGroup) -> Double { power(of: group) / power }

    /// How many weight bits the buffer SB holds.
    public var synapseBufferSize: InformationSize {
        .bits(accelerator.tile.lanes * precision.weightBits * accelerator.tile.synapseBufferEntries)
    }
}
