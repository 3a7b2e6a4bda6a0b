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
    /// 3 * 2^22: adding and subtracting it rounds magnitudes up to 2^22 to whole numbers, ties to even.
    private static let smallRounding: Float = 12_582_912

    /// 2^23, from where every number is whole.
    private static let wholeNumbers: Float = 8_388_608

    /// Rounds `count` values to the format; source and result may be the same memory.
    func quantize(_ source: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>, count: Int) {
        let (scale, step) = (1 / self.step, self.step)
        let (smallest, largest) = (smallestCode, largestCode)
        if bits <= 23 {
            for index in 0..<count {
                let code = Self.clamp(source[index] * scale, smallest, largest)
                let rounded = (code + Self.smallRounding) - Self.smallRounding
                result[index] = rounded == rounded ? rounded * step : 0
            }
        } else {
            for index in 0..<count {
                let code = Self.clamp(source[index] * scale, smallest, largest)
                let magnitude = abs(code)
                let whole = (magnitude + Self.wholeNumbers) - Self.wholeNumbers
                let rounded = magnitude < Self.wholeNumbers ? (code < 0 ? -whole : whole) : code
                result[index] = rounded == rounded ? rounded * step : 0
            }
        }
    }

    /// The value within two ends; NaN stays NaN.
    @inline(__always)
    private static func clamp(_ value: Float, _ smallest: Float, _ largest: Float) -> Float {
        let below = value > largest ? largest : value
        return below < smallest ? smallest : below
    }

    /// The format's value for one number, by the plain definition in double precision: slow, and what `quantize` is tested against.
    func reference(_ value: Float) -> Float {
        guard !value.isNaN else { return 0 }
        let code = (Double(value) * Double(sign: .plus, exponent: fractionBits, significand: 1)).rounded(.toNearestOrEven)
        let saturated = min(max(code, Double(smallestCode)), Double(largestCode))
        return Float(saturated * Double(step))
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
