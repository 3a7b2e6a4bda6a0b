/// A kind of hardware component that the cost table prices.
public enum Component: String, Hashable, Sendable, CaseIterable {
    /// One bit of the weight buffer SB in words of at most `CostTable.narrowWordBits` bits.
    case synapseBufferNarrowBit = "sb_bit_narrow"
    /// One bit of the weight buffer SB in wider words: a second SRAM macro family.
    case synapseBufferWideBit = "sb_bit_wide"
    /// One bit of the input buffer NBin or the output buffer NBout.
    case dataBufferBit = "nb_bit"
    /// A fixed-point multiplier, priced per product of its operands' widths.
    case fixedMultiplier = "fixed_multiplier"
    /// A single-precision multiplier.
    case floatMultiplier = "float32_multiplier"
    /// A barrel shifter, priced per bit and stage.
    case barrelShifter = "barrel_shifter"
    /// A conditional negation, priced per bit.
    case negation = "negation"
    /// An integer adder, priced per bit.
    case integerAdder = "integer_adder"
    /// A single-precision adder.
    case floatAdder = "float32_adder"
    /// One bit of a pipeline register.
    case registerBit = "register_bit"
    /// Control, DMA and the nonlinearity stage.
    case control = "control"

    /// The part of the accelerator that the component belongs to.
    public var group: ComponentGroup {
        switch self {
        case .synapseBufferNarrowBit, .synapseBufferWideBit, .dataBufferBit: .buffer
        case .fixedMultiplier, .floatMultiplier, .barrelShifter, .negation: .weightBlock
        case .integerAdder, .floatAdder: .adderTree
        case .registerBit: .registers
        case .control: .control
        }
    }
}
