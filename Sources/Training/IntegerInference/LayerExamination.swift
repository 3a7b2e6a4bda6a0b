import CKernels
import Networks

/// Measures what sums of one layer come to: whether single precision holds them, and how many bits they take on the way.
struct LayerExamination: Sendable {
    /// Sums of |weight| * |value| and |bias| below so many steps are the same in single precision, in whatever order they are
    /// added.
    static let exactLimit: Int128 = 1 << 24

    private let layer: IntegerLayer
    private let factors: IntegerLayer.Factors
    private let magnitudes: [UInt32]?
    /// What each output's sum of magnitudes has to stay below.
    private let limits: [UInt64]
    private let starts: [bf_integer_wide]
    private var windows: [Int32] = []

    /// Makes ready to measure a layer.
    init(_ layer: IntegerLayer) {
        self.layer = layer
        factors = layer.factors
        // Single precision holds whole multiples of a step only where the step is a normal number, and 2^24 of them are finite.
        let holdsStep = (-126...100).contains(layer.stepExponent)
        magnitudes = holdsStep ? factors.magnitudes : nil
        limits = layer.biases.map { bias in
            UInt64(clamping: max(0, Self.exactLimit - Int128(clamping: bias.magnitude)) >> Int128(min(layer.sumShift, 64)))
        }
        starts = layer.biases.map(bf_integer_wide.init)
    }

    /// Whether for each output of an image the sum of |weight| * |code|, with the |bias|, stays below `exactLimit` steps.
    ///
    /// A layer with a weight or a code of 2^24 steps or more counts as one that does not.
    mutating func staysBelowLimit(_ maps: [Int32], image: Int) -> Bool {
        guard let magnitudes, let limit = limits.min(), limit > 0 else { return false }
        let size = layer.layer.input.count
        let largest = maps[(image * size)..<((image + 1) * size)].reduce(UInt32(0)) { max($0, $1.magnitude) }
        guard largest < 1 << 24 else { return false }
        // Mostly the largest code times the sum of a row's magnitudes says it already.
        if layer.magnitude * Double(largest) * 1.000_001 < Double(limit) { return true }
        layer.unfold(maps, first: image, images: 1, into: &windows)
        return bf_integer_magnitudes_below(magnitudes, windows, layer.outputs, layer.pixels, layer.row, limits)
    }

    /// The bits of two's complement that an accumulator needs for an image.
    ///
    /// It starts from the bias and takes products in the accelerator's order: one input channel's window after the other, 16
    /// products (the synapses of the tile) at a time; of an inner product, 16 inputs at a time.
    mutating func accumulatorBits(_ maps: [Int32], image: Int) -> Int {
        layer.unfold(maps, first: image, images: 1, into: &windows)
        let window = layer.isInnerProduct ? layer.taps : layer.taps / max(1, layer.layer.input.channels)
        return factors.factors.withUnsafeBufferPointer { factors in
            self.factors.shifts.withUnsafeBufferPointer { shifts in
                starts.withUnsafeBufferPointer { starts in
                    var operands = bf_integer_operands(
                        factors: factors.baseAddress, shifts: shifts.baseAddress, starts: starts.baseAddress, row: layer.row,
                        sum_shift: Int32(truncatingIfNeeded: layer.sumShift))
                    return Int(
                        bf_integer_accumulator_bits(&operands, windows, layer.outputs, layer.pixels, layer.taps, window))
                }
            }
        }
    }
}
