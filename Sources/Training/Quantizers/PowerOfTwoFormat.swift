import CKernels

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
    func quantize(_ source: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>, count: Int) {
        func pattern(_ exponent: Int) -> UInt32 { Float(sign: .plus, exponent: exponent, significand: 1).bitPattern }
        bf_round_power_of_two(
            source, result, count, pattern(smallestExponent), pattern(largestExponent), pattern(smallestExponent - 1))
    }

    /// The code of a value of the format: zero, or the sign with one more than the exponent's distance to the smallest.
    func code(_ value: Float) -> Int32 {
        guard value != 0 else { return 0 }
        let code = Int32(Int(value.exponent) - smallestExponent + 1)
        return value < 0 ? -code : code
    }

    /// Whether a value would be nearer to a power above the largest one.
    func saturates(_ value: Float) -> Bool {
        Double(value.magnitude) >= 1.5 * Double(sign: .plus, exponent: largestExponent, significand: 1)
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
