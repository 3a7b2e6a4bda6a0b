import CKernels

/// Two's complement fixed point: whole codes of `bits` bits, times 2^-fractionBits.
///
/// Rounding is to the nearest code, ties to the even one; values beyond the ends of the range become the ends (they saturate),
/// infinities too; NaN becomes zero. The radix point may stand outside the code: `fractionBits` may be negative or exceed `bits`.
/// Values are simulated in single precision, whose 24 significant bits do not hold every code of more than 25 bits: there the
/// largest value is the largest single-precision number that the format does not exceed.
public struct FixedPointFormat: Hashable, Sendable {
    /// Where the radix point may stand, so that every step and every value is a normal number in single precision.
    public static let fractionRange = -95...126

    /// The bits of a code, sign included, 1 to 32.
    public let bits: Int

    /// The number of bits behind the radix point; any integer of `fractionRange`.
    public let fractionBits: Int

    /// Makes a format.
    ///
    /// - Throws: `TrainingError.formatOutOfRange` if the width is not 1 to 32 or the radix point is outside `fractionRange`.
    public init(bits: Int, fractionBits: Int) throws(TrainingError) {
        guard (1...32).contains(bits) else {
            throw .formatOutOfRange(what: "the width of a fixed-point format", value: bits, allowed: 1...32)
        }
        guard Self.fractionRange.contains(fractionBits) else {
            throw .formatOutOfRange(what: "the radix point", value: fractionBits, allowed: Self.fractionRange)
        }
        self.bits = bits
        self.fractionBits = fractionBits
    }

    /// The distance between two neighbouring values.
    public var step: Float { Float(sign: .plus, exponent: -fractionBits, significand: 1) }

    /// The smallest value.
    public var smallest: Float { smallestCode * step }

    /// The largest value.
    public var largest: Float { largestCode * step }

    /// The smallest code, -2^(bits-1).
    var smallestCode: Float { -Float(sign: .plus, exponent: bits - 1, significand: 1) }

    /// The largest code, 2^(bits-1) - 1, or the largest number of 24 bits below it.
    var largestCode: Float {
        let end = Float(sign: .plus, exponent: bits - 1, significand: 1)
        return bits > 25 ? end.nextDown : end - 1
    }
}

extension FixedPointFormat {
    /// Rounds `count` values to the format; source and result may be the same memory.
    func quantize(_ source: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>, count: Int) {
        let round = bits <= 23 ? bf_round_fixed : bf_round_fixed_wide
        round(source, result, count, 1 / step, step, smallestCode, largestCode)
    }

    /// The code of a value of the format.
    func code(_ value: Float) -> Int32 {
        Int32(Double(value) * Double(sign: .plus, exponent: fractionBits, significand: 1))
    }

    /// Whether a value's nearest code lies outside the range.
    func saturates(_ value: Float) -> Bool {
        let code = (Double(value) * Double(sign: .plus, exponent: fractionBits, significand: 1)).rounded(.toNearestOrEven)
        return code < Double(smallestCode) || code > Double(largestCode)
    }
}

extension FixedPointFormat: Codable {
    enum CodingKeys: String, CodingKey {
        case bits
        case fractionBits = "fraction_bits"
    }

    /// Reads a format.
    ///
    /// - Throws: `DecodingError.dataCorrupted` with the words of the `TrainingError` for a format that cannot be.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let bits = try container.decode(Int.self, forKey: .bits)
        let fractionBits = try container.decode(Int.self, forKey: .fractionBits)
        do {
            try self.init(bits: bits, fractionBits: fractionBits)
        } catch {
            throw DecodingError.dataCorruptedError(forKey: .fractionBits, in: container, debugDescription: error.description)
        }
    }
}
