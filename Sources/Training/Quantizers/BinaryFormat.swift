import CKernels

/// Plus or minus one power of two, which a whole layer shares (Hashemi et al. 2017, Section IV-A4).
///
/// Zero of either sign and NaN become plus.
public struct BinaryFormat: Hashable, Sendable {
    /// Where the exponent may stand, so that the magnitude is a normal number in single precision.
    public static let exponentRange = -126...127

    /// The exponent of the layer's magnitude.
    public let exponent: Int

    /// Makes a format.
    ///
    /// - Throws: `TrainingError.formatOutOfRange` if the exponent is outside `exponentRange`.
    public init(exponent: Int) throws(TrainingError) {
        guard Self.exponentRange.contains(exponent) else {
            throw .formatOutOfRange(what: "the exponent of a binary layer", value: exponent, allowed: Self.exponentRange)
        }
        self.exponent = exponent
    }

    /// The magnitude of every weight.
    public var magnitude: Float { Float(sign: .plus, exponent: exponent, significand: 1) }

    /// Rounds `count` values to the format; source and result may be the same memory.
    func quantize(_ source: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>, count: Int) {
        bf_round_binary(source, result, count, magnitude)
    }
}

extension BinaryFormat: Codable {
    enum CodingKeys: String, CodingKey {
        case exponent
    }

    /// Reads a format.
    ///
    /// - Throws: `DecodingError.dataCorrupted` with the words of the `TrainingError` for a format that cannot be.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let exponent = try container.decode(Int.self, forKey: .exponent)
        do {
            try self.init(exponent: exponent)
        } catch {
            throw DecodingError.dataCorruptedError(forKey: .exponent, in: container, debugDescription: error.description)
        }
    }
}
