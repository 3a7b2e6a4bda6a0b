/// Why a precision cannot be had.
public enum PrecisionError: Error, Hashable, Sendable {
    /// The text names no precision.
    case unknownName(String)

    /// A width outside what the format can have.
    case bitsOutOfRange(what: String, bits: Int, allowed: ClosedRange<Int>)
}

extension PrecisionError: CustomStringConvertible {
    /// What went wrong, the value, and what would do.
    public var description: String {
        switch self {
        case .unknownName(let name):
            "'\(name)' is not a precision: use float32, fixed32, fixed16, fixed8, fixed4, pow2, binary, "
                + "or fixed:W,IN, pow2:W,IN, binary:IN with widths in bits"
        case .bitsOutOfRange(let what, let bits, let allowed):
            "\(what) width of \(bits) \(bits == 1 ? "bit" : "bits"): use \(allowed.lowerBound) to \(allowed.upperBound)"
        }
    }
}
