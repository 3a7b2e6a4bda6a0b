/// A span of time; its base unit is the nanosecond.
public struct Time: Quantity {
    /// The time in nanoseconds.
    public let baseValue: Double

    /// Makes a time from nanoseconds.
    public init(baseValue: Double) { self.baseValue = baseValue }

    /// Makes a time from nanoseconds.
    public static func nanoseconds(_ value: Double) -> Time { Time(baseValue: value) }

    /// Makes a time from milliseconds.
    public static func milliseconds(_ value: Double) -> Time { Time(baseValue: value * 1e6) }

    /// Makes a time from seconds.
    public static func seconds(_ value: Double) -> Time { Time(baseValue: value * 1e9) }

    /// The time in nanoseconds.
    public var nanoseconds: Double { baseValue }

    /// The time in milliseconds.
    public var milliseconds: Double { baseValue / 1e6 }

    /// The time in seconds.
    public var seconds: Double { baseValue / 1e9 }

    /// The time that a number of clock cycles takes.
    public init(cycles: Int, at clock: Frequency) { self = .nanoseconds(Double(cycles) * 1e3 / clock.megahertz) }
}
