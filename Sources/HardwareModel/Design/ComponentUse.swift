import Quantities

/// How many units of a component a design has, how often they work, and what that costs.
public struct ComponentUse: Hashable, Sendable {
    /// What the units are, as `NBin` or `multiplier`.
    public let name: String

    /// The kind of component.
    public let component: Component

    /// The number of units: bits of a buffer, multipliers, bits of all adders.
    public let count: Int

    /// The area of one unit at this precision.
    public let areaPerUnit: Area

    /// Units that work in one clock cycle.
    public let operationsPerCycle: Int

    /// The energy of one of these operations at this precision.
    public let energyPerOperation: Energy

    /// The parameters of the tile that count and energy follow from.
    public let tileParameters: [Accelerator.Parameter]

    /// The part of the accelerator that the component belongs to.
    public var group: ComponentGroup { component.group }

    /// The area of all units: count * area of one.
    public var area: Area { areaPerUnit * Double(count) }

    /// The energy of one clock cycle: operations * energy of one.
    public var energyPerCycle: Energy { energyPerOperation * Double(operationsPerCycle) }

    /// The power at a clock: energy per cycle * clock.
    public func power(at clock: Frequency) -> Power { energyPerCycle * clock }
}
