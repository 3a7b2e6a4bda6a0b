/// How the weights of a network are represented (Hashemi et al., Section IV-A).
public enum WeightFormat: Hashable, Sendable {
    /// IEEE 754 single precision.
    case float32

    /// Two's complement fixed point of the given number of bits, sign included.
    case fixed(bits: Int)

    /// A sign, and an exponent or the code for zero, in the given number of bits altogether.
    case powerOfTwo(bits: Int)

    /// One bit: plus or minus a power of two shared by the whole layer.
    case binary

    /// The bits that one weight takes in memory.
    public var bits: Int {
        switch self {
        case .float32: 32
        case .fixed(let bits), .powerOfTwo(let bits): bits
        case .binary: 1
        }
    }
}
