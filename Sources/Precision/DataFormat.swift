/// How the network's input and its feature maps are represented (Hashemi et al., Section IV-A).
public enum DataFormat: Hashable, Sendable {
    /// IEEE 754 single precision.
    case float32

    /// Two's complement fixed point of the given number of bits, sign included.
    case fixed(bits: Int)

    /// The bits that one value takes in memory.
    public var bits: Int {
        switch self {
        case .float32: 32
        case .fixed(let bits): bits
        }
    }
}
