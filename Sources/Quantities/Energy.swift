/// An energy; its base unit is the picojoule.
public struct Energy: Quantity {
    /// The energy in picojoules.
    public let baseValue: Double

    /// Makes an energy from picojoules.
    public init(baseValue: Double) { self.baseValue = baseValue }

    /// Makes an energy from femtojoules.
    public static func femtojoules(_ value: Double) -> Energy { Energy(baseValue: value / 1e3) }

    /// Makes an energy from picojoules.
    public static func picojoules(_ value: Double) -> Energy { Energy(baseValue: value) }

    /// Makes an energy from microjoules.
    public static func microjoules(_ value: Double) -> Energy { Energy(baseValue: value * 1e6) }

    /// The energy in femtojoules.
    public var femtojoules: Double { baseValue * 1e3 }

    /// The energy in picojoules.
    public var picojoules: Double { baseValue }

    /// The energy in microjoules.
    public var microjoules: Double { baseValue / 1e6 }

    /// The power that spends this energy `frequency` times a second.
    public static func * (energy: Energy, frequency: Frequency) -> Power {
        .milliwatts(energy.picojoules * frequency.megahertz / 1e3)
    }

    /// The average power that spends this energy within a time.
    public static func / (energy: Energy, time: Time) -> Power { .milliwatts(energy.microjoules / time.milliseconds) }
}
