/// A power; its base unit is the milliwatt.
public struct Power: Quantity {
    /// The power in milliwatts.
    public let baseValue: Double

    /// Makes a power from milliwatts.
    public init(baseValue: Double) { self.baseValue = baseValue }

    /// Makes a power from milliwatts.
    public static func milliwatts(_ value: Double) -> Power { Power(baseValue: value) }

    /// The power in milliwatts.
    public var milliwatts: Double { baseValue }

    /// The power in watts.
    public var watts: Double { baseValue / 1e3 }

    /// The energy that this power spends within a time.
    public static func * (power: Power, time: Time) -> Energy { .microjoules(power.milliwatts * time.milliseconds) }
}
