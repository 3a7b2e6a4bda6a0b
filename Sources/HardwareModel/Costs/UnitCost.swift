import Quantities

/// What one unit of a component costs, and who says so.
public struct UnitCost: Hashable, Sendable {
    /// What an area in µm² or an energy in pJ may be.
    static let range = 0.0...1e12

    /// The silicon area of one unit.
    public var area: Area

    /// The energy of one operation of one unit.
    public var energy: Energy

    /// Where the two figures come from.
    public var source: String

    /// Makes a cost.
    public init(area: Area, energy: Energy, source: String) {
        self.area = area
        self.energy = energy
        self.source = source
    }
}
