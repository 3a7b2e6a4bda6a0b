import Precision
import Quantities

/// An accelerator built for one precision: its components, their area and their power (Hashemi et al., Table III and Fig. 3).
public struct Design: Hashable, Sendable {
    /// The accelerator.
    public let accelerator: Accelerator

    /// The precision it is built for.
    public let precision: Precision

    /// Every component, from the buffers to the control.
    public let components: [ComponentUse]

    /// The area of all components.
    public let area: Area

    /// The energy of one clock cycle of all components.
    public let energyPerCycle: Energy

    /// Whether its area and energy are of a precision that the costs were not fitted to.
    public let isExtrapolated: Bool

    /// Builds the accelerator for a precision.
    public init(_ accelerator: Accelerator, precision: Precision) {
        self.accelerator = accelerator
        self.precision = precision
        isExtrapolated = accelerator.extrapolates(to: precision)
        let widths = Widths(precision: precision, synapses: accelerator.tile.synapses)
        var components = ComponentUse.buffers(of: accelerator, precision: precision)
        components += ComponentUse.weightBlocks(of: accelerator, precision: precision, widths: widths)
        components += ComponentUse.adderTrees(of: accelerator, precision: precision, widths: widths)
        components += ComponentUse.rest(of: accelerator, precision: precision, widths: widths)
        self.components = components
        area = components.reduce(.zero) { $0 + $1.area }
        energyPerCycle = components.reduce(.zero) { $0 + $1.energyPerCycle }
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
