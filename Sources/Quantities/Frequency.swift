/// A frequency; its base unit is the megahertz.
public struct Frequency: Quantity {
    /// The frequency in megahertz.
    public let baseValue: Double

    /// Makes a frequency from megahertz.
    public init(baseValue: Double) { self.baseValue = baseValue }

    /// Makes a frequency from megahertz.
    public static func megahertz(_ value: Double) -> Frequency { Frequency(baseValue: value) }

    /// The frequency in megahertz.
    public var megahertz: Double { baseValue }

    /// The frequency in hertz.
    public var hertz: Double { baseValue * 1e6 }
}
