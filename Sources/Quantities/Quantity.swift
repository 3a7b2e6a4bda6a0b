/// A physical amount held in one base unit, so that amounts of different kinds cannot be mixed up.
///
/// The stored `baseValue` is a `Double` in the unit that the conforming type documents; outside this module amounts are made and
/// read through properties whose names carry the unit.
public protocol Quantity: Hashable, Comparable, Sendable, AdditiveArithmetic {
    /// The amount in the type's base unit.
    var baseValue: Double { get }

    /// Makes an amount from its value in the type's base unit.
    init(baseValue: Double)
}

extension Quantity {
    /// The amount nothing.
    public static var zero: Self { Self(baseValue: 0) }

    /// Whether the amount is neither infinite nor undefined.
    public var isFinite: Bool { baseValue.isFinite }

    /// The sum of two amounts of one kind.
    public static func + (left: Self, right: Self) -> Self { Self(baseValue: left.baseValue + right.baseValue) }

    /// The difference of two amounts of one kind.
    public static func - (left: Self, right: Self) -> Self { Self(baseValue: left.baseValue - right.baseValue) }

    /// The amount, scaled by a plain number.
    public static func * (left: Self, right: Double) -> Self { Self(baseValue: left.baseValue * right) }

    /// The amount, scaled by a plain number.
    public static func * (left: Double, right: Self) -> Self { Self(baseValue: left * right.baseValue) }

    /// The amount, divided by a plain number.
    public static func / (left: Self, right: Double) -> Self { Self(baseValue: left.baseValue / right) }

    /// How often the right amount fits into the left one.
    public static func / (left: Self, right: Self) -> Double { left.baseValue / right.baseValue }

    /// Whether the left amount is smaller.
    public static func < (left: Self, right: Self) -> Bool { left.baseValue < right.baseValue }
}
