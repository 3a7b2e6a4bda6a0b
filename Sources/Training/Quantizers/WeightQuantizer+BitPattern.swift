extension WeightQuantizer {
    /// The bits of a weight.
    public var bits: Int {
        switch self {
        case .fixed(let format): format.bits
        case .powerOfTwo(let format): format.bits
        case .binary: 1
        }
    }

    /// A code as the accelerator's memory holds it, for formats of up to eight bits: two's complement; a sign in the highest bit with
    /// the code below; or one bit that is set for minus.
    func bitPattern(_ code: Int32) -> UInt8 {
        switch self {
        case .fixed: UInt8(truncatingIfNeeded: code) & UInt8(truncatingIfNeeded: (1 << bits) - 1)
        case .powerOfTwo: UInt8(truncatingIfNeeded: code.magnitude) | (code < 0 ? 1 << UInt8(bits - 1) : 0)
        case .binary: code < 0 ? 1 : 0
        }
    }

    /// The code of a pattern; nil for one that no code has: a negative zero, or a power beyond the largest.
    func code(bitPattern: UInt8) -> Int32? {
        switch self {
        case .fixed:
            let value = Int32(bitPattern)
            return value >= 1 << Int32(bits - 1) ? value - (1 << Int32(bits)) : value
        case .powerOfTwo(let format):
            let sign = UInt8(1) << UInt8(bits - 1)
            let code = Int32(bitPattern & ~sign)
            guard Int(code) <= format.largestExponent - format.smallestExponent + 1 else { return nil }
            guard bitPattern & sign != 0 else { return code }
            return code == 0 ? nil : -code
        case .binary: return bitPattern == 0 ? 1 : -1
        }
    }

    /// The value that a code stands for: the inverse of `code`.
    func value(ofCode code: Int32) -> Float {
        func power(_ exponent: Int) -> Float { Float(sign: code < 0 ? .minus : .plus, exponent: exponent, significand: 1) }
        return switch self {
        case .fixed(let format): Float(Double(code) * Double(sign: .plus, exponent: -format.fractionBits, significand: 1))
        case .powerOfTwo(let format): code == 0 ? 0 : power(format.smallestExponent + Int(code.magnitude) - 1)
        case .binary(let format): power(format.exponent)
        }
    }
}
