/// The one rounding of all arithmetic in integers: a quotient goes to the nearest whole number, half-way to the even one.
///
/// Requantization divides by a power of two, average pooling by the number of values in its window. The simulation in single
/// precision does the same to the same values (`FixedPointFormat`), wherever single precision holds sum and quotient closely
/// enough: `IntegerPooling.isExact` says where.
enum RoundedDivision {
    /// A number over 2 to `bits`, which may be anything from 0.
    @inline(__always)
    static func quotient<Number: FixedWidthInteger & SignedInteger>(_ number: Number, shiftedBy bits: Int) -> Number {
        guard bits > 0 else { return number }
        // The magnitude is at most 2^(width - 1), which is half of the divisor, or less.
        guard bits < Number.bitWidth else { return 0 }
        let floor = number >> Number(truncatingIfNeeded: bits)
        let rest = number &- (floor << Number(truncatingIfNeeded: bits))
        let half = Number(1) << Number(truncatingIfNeeded: bits - 1)
        // At a width of all bits but the sign, half is the smallest number's magnitude, and the rest is not below zero.
        guard half > 0 else { return 0 }
        let roundsUp = rest > half || (rest == half && floor & 1 == 1)
        return roundsUp ? floor &+ 1 : floor
    }

    /// A number over a positive one.
    @inline(__always)
    static func quotient<Number: FixedWidthInteger & SignedInteger>(_ number: Number, dividedBy divisor: Number) -> Number {
        guard divisor > 1 else { return number }
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        let rest = remainder.magnitude
        let toTheHalf = divisor.magnitude - rest
        guard rest > toTheHalf || (rest == toTheHalf && quotient & 1 != 0) else { return quotient }
        return remainder < 0 ? quotient - 1 : quotient + 1
    }
}
