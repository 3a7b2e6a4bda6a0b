/// The parts of the accelerator that breakdowns are drawn by (Hashemi et al., Fig. 3).
public enum ComponentGroup: String, Hashable, Sendable, CaseIterable {
    /// SB, NBin and NBout.
    case buffer = "buffer"
    /// NFU-1: multipliers, or shifters and negations.
    case weightBlock = "weight block"
    /// NFU-2: the adders that sum a neuron's synapses, and its accumulator.
    case adderTree = "adder tree"
    /// The registers between pipeline stages.
    case registers = "registers"
    /// Control, DMA and NFU-3.
    case control = "control"
}
