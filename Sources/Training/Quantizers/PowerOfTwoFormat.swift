/// A sign and a code that is zero or one of 2^(bits-1) - 1 neighbouring powers of two (Hashemi et al. 2017, Section IV-A3).
///
/// A value becomes the nearest of them; half-way between two powers (1.5 * 2^k) it becomes the larger, half-way between zero and the
/// smallest power that power. Larger magnitudes become the largest power, infinities too; NaN becomes zero.
public struct PowerOfTwoFormat: Hashable, Sendable {
    /// Where the largest exponent may stand, so that every power is a normal number in single precision.
    public static let exponentRange = -126...127

    /// The bits of a weight: one for the sign, the others for the code.
    public let bits: Int

    /// The exponent of the largest power of two.
    public let largestExponent: Int

    /// Makes a format.
    ///
    /// - Throws: `TrainingError.formatOutOfRange` if the width is not 2 to 9 or the exponent is outside `exponentRange`.
    public init(bits: Int, largestExponent: Int) throws(TrainingError) {
        guard (2...9).contains(bits) else {
            throw .formatOutOfRange(what: "the width of a power-of-two format", value: bits, allowed: 2...9)
        }
        guard Self.exponentRange.contains(largestExponent) else {
            throw .formatOutOfRange(what: "the largest exponent", value: largestExponent, allowed: Self.exponentRange)
        }
        self.bits = bits
        self.largestExponent = largestExponent
    }

    /// The exponent of the smallest power of two; smaller ones than -126 are not used.
    public var smallestExponent: Int {
        max(largestExponent - ((1 << (bits - 1)) - 2), Self.exponentRange.lowerBound)
    }
}

extension PowerOfTwoFormat {
    /// Rounds `count` values to the format; source and result may be the same memory.
    ///
    /// Works on the bits of single precision: adding half of the significand's range carries into the exponent from 1.5 on.
    func quantize(_ source: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>, count: Int) {
        let smallest = Float(sign: .plus, exponent: smallestExponent, significand: 1).bitPattern
        let largest = Float(sign: .plus, exponent: largestExponent, significand: 1).bitPattern
        let half = Float(sign: .plus, exponent: smallestExponent - 1, significand: 1).bitPattern
        let infinity = Float.infinity.bitPattern
        for index in 0..<count {
            let bits = source[index].bitPattern
            let magnitude = bits & 0x7fff_ffff
            let power = (magnitude &+ 0x0040_0000) & 0x7f80_0000
            let bounded = magnitude >= largest ? largest : (power < smallest ? smallest : power)
            let isZero = magnitude < half || magnitude > infinity
            result[index] = isZero ? 0 : Float(bitPattern: bounded | (bits & 0x8000_0000))
        }
    }

    /// The format's value for one number, by looking at all of them: slow, and what `quantize` is tested against.
    func reference(_ value: Float) -> Float {
        guard !value.isNaN else { return 0 }
        guard value.isFinite else { return value < 0 ? reference(-.greatestFiniteMagnitude) : reference(.greatestFiniteMagnitude) }
        var nearest = 0.0
        for exponent in smallestExponent...largestExponent {
            let candidate = Double(sign: .plus, exponent: exponent, significand: 1)
            let magnitude = Double(value.magnitude)
            if abs(magnitude - candidate) <= abs(magnitude - nearest) { nearest = candidate }
        }
        return value < 0 ? -Float(nearest) : Float(nearest)
    }
}

extension PowerOfTwoFormat: Codable {
    enum CodingKeys: String, CodingKey {
        case bits
        case largestExponent = "largest_exponent"
    }

    /// Reads a format.
    ///
    /// - Throws: `DecodingError.dataCorrupted` with the words of the `TrainingError` for a format that cannot be.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let bits = try container.decode(Int.self, forKey: .bits)
        let exponent = try container.decode(Int.self, forKey: .largestExponent)
        do {
            try self.init(bits: bits, largestExponent: exponent)
        } catch {
            throw DecodingError.dataCorruptedError(forKey: .largestExponent, in: container, debugDescription: error.description)
        }
    }
}
