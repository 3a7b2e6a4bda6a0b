/// A silicon area; its base unit is the square micrometre.
public struct Area: Quantity {
    /// The area in square micrometres.
    public let baseValue: Double

    /// Makes an area from square micrometres.
    public init(baseValue: Double) { self.baseValue = baseValue }

    /// Makes an area from square micrometres.
    public static func squareMicrometres(_ value: Double) -> Area { Area(baseValue: value) }

    /// Makes an area from square millimetres.
    public static func squareMillimetres(_ value: Double) -> Area { Area(baseValue: value * 1e6) }

    /// The area in square micrometres.
    public var squareMicrometres: Double { baseValue }

    /// The area in square millimetres.
    public var squareMillimetres: Double { baseValue / 1e6 }
}
