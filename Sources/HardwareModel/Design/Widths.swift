import Precision

/// The widths, in bits, inside the neural functional unit at one precision and number of synapses.
public struct Widths: Hashable, Sendable {
    /// The width of a product that leaves a weight block.
    public let product: Int

    /// The levels of the adder tree: the logarithm of the number of synapses to base 2, rounded up.
    public let treeLevels: Int

    /// The width of an accumulator: the product, a bit for each level, and `accumulatorHeadroom`.
    public var accumulator: Int { product + treeLevels + Self.accumulatorHeadroom }

    /// The exponent bits of a power-of-two weight, which are the stages of the barrel shifter; 0 for other formats.
    public let shifterStages: Int

    /// Bits of an accumulator beyond what one pass through the tree needs; 4 gives the product + 8 of a 16-synapse tile.
    public static let accumulatorHeadroom = 4

    /// Finds the widths of a precision.
    ///
    /// Product: w + in for fixed point, 2 * in for power of two, in + 1 for binary, 32 for float32.
    public init(precision: Precision, synapses: Int) {
        let dataBits = precision.dataBits
        switch precision.weights {
        case .float32: product = 32
        case .fixed(let bits): product = bits + dataBits
        case .powerOfTwo: product = 2 * dataBits
        case .binary: product = dataBits + 1
        }
        if case .powerOfTwo(let bits) = precision.weights { shifterStages = bits - 1 } else { shifterStages = 0 }
        treeLevels = synapses <= 1 ? 0 : Int.bitWidth - (synapses - 1).leadingZeroBitCount
    }

    /// The bits of all integer adders of one neuron's tree and its accumulator.
    ///
    /// A level halves the values, the odd one out waiting for the next; its adders are one bit wider than those before.
    public func adderBits(synapses: Int) -> Int {
        var (values, bits) = (synapses, 0)
        for level in 1...max(treeLevels, 1) where values > 1 {
            bits += values / 2 * (product + level)
            values = (values + 1) / 2
        }
        return bits + accumulator
    }
}
