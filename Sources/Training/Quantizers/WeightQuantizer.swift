/// How the weights of one layer are rounded to their low-precision values.
///
/// Training keeps two sets of weights (Hashemi et al. 2017, Section IV-A): the full-precision set is updated by the gradient taken at
/// the rounded set, straight through the rounding. No weight's gradient is cut off, also where it saturates, so that it can return.
public enum WeightQuantizer: Hashable, Sendable, Codable {
    /// Fixed point.
    case fixed(format: FixedPointFormat)
    /// A sign and a power of two, or zero.
    case powerOfTwo(format: PowerOfTwoFormat)
    /// Plus or minus the layer's power of two.
    case binary(format: BinaryFormat)

    enum CodingKeys: String, CodingKey {
        case fixed, binary
        case powerOfTwo = "power_of_two"
    }

    /// The exponent of the smallest step: every weight is a whole multiple of 2 to it.
    var stepExponent: Int {
        switch self {
        case .fixed(let format): -format.fractionBits
        case .powerOfTwo(let format): format.smallestExponent
        case .binary(let format): format.exponent
        }
    }

    /// Rounds `count` values; source and result may be the same memory.
    func quantize(_ source: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>, count: Int) {
        switch self {
        case .fixed(let format): format.quantize(source, to: result, count: count)
        case .powerOfTwo(let format): format.quantize(source, to: result, count: count)
        case .binary(let format): format.quantize(source, to: result, count: count)
        }
    }

    /// The code of a value of the format: two's complement; a sign with the exponent's distance to the smallest plus one, zero for
    /// zero; or a sign.
    func code(_ value: Float) -> Int32 {
        switch self {
        case .fixed(let format): format.code(value)
        case .powerOfTwo(let format): format.code(value)
        case .binary: value < 0 ? -1 : 1
        }
    }

    /// Whether a value lies beyond the ends of the format, so that rounding moves it by more than it would one inside.
    ///
    /// A sign has no ends.
    func saturates(_ value: Float) -> Bool {
        switch self {
        case .fixed(let format): format.saturates(value)
        case .powerOfTwo(let format): format.saturates(value)
        case .binary: false
        }
    }
}
