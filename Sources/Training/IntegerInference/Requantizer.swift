/// From an accumulator's step to the codes of a feature map: shift, round, saturate.
struct Requantizer: Hashable, Sendable {
    /// How many bits of the accumulator fall behind the code's last one; negative where the code is the finer one.
    let shift: Int
    /// The ends of the code's range, which are the format's.
    let smallest: Int32
    let largest: Int32

    /// Takes a format behind an accumulator whose step is 2 to `stepExponent`.
    init(_ format: FixedPointFormat, stepExponent: Int) {
        shift = -format.fractionBits - stepExponent
        largest = Int32(format.largestCode)
        smallest = Int32(format.smallestCode)
    }

    /// The code of an accumulator's value, and whether that lay outside the range.
    @inline(__always)
    func code<Number: FixedWidthInteger & SignedInteger>(_ value: Number) -> (code: Int32, saturated: Bool) {
        let rounded: Number
        if shift >= 0 {
            rounded = RoundedDivision.quotient(value, shiftedBy: shift)
        } else {
            guard value != 0 else { return (0, false) }
            // A code has at most 32 bits: what leaves them on the way to the left is beyond the ends.
            guard shift > -32, value.magnitude < 1 << 32 else { return (value < 0 ? smallest : largest, true) }
            let wide = Int64(truncatingIfNeeded: value)
            let limit = Int64(1) << Int64(32 + shift)
            guard wide.magnitude <= limit.magnitude else { return (value < 0 ? smallest : largest, true) }
            return Self.clamp(wide << Int64(-shift), smallest, largest)
        }
        return Self.clamp(rounded, smallest, largest)
    }

    @inline(__always)
    private static func clamp<Number: FixedWidthInteger & SignedInteger>(
        _ value: Number, _ smallest: Int32, _ largest: Int32
    ) -> (code: Int32, saturated: Bool) {
        if value > Number(largest) { return (largest, true) }
        if value < Number(smallest) { return (smallest, true) }
        return (Int32(truncatingIfNeeded: value), false)
    }
}
