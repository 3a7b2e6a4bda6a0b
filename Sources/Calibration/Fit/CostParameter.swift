import HardwareModel

/// One number of a cost table that a fit may move.
public struct CostParameter: Hashable, Sendable {
    /// The two costs of a unit.
    public enum Quantity: String, Hashable, Sendable, CaseIterable {
        /// The area of a unit, in square micrometres.
        case area
        /// The energy of an operation of a unit, in picojoules.
        case energy
    }

    /// Which cost.
    public let quantity: Quantity

    /// The components that share it: one, or both SRAM families of SB for the area, which Table III cannot tell apart.
    public let components: [Component]

    /// Its expected value, in the quantity's unit.
    public let prior: Double

    /// How far off the expected value may well be, as a share of it.
    public let relativeUncertainty: Double

    /// Who expects so.
    public let source: String

    /// The component's name, of the first if several share the cost.
    public var name: String { components.count > 1 ? "sb_bit (both)" : components.first?.rawValue ?? "" }
}
