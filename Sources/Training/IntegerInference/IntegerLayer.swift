import CKernels
import Networks

/// One layer with weights, in integers: windows over the codes of its input, an accumulator, and what becomes of it.
struct IntegerLayer: Hashable, Sendable {
    /// How sums come about.
    enum Operands: Hashable, Sendable {
        /// Fixed point: by multiplication with codes; `narrow` holds the same in 16 bits, and is empty where they do not fit.
        case products(codes: [Int32], narrow: [Int16])
        /// Power of two and binary: by shifts and negations.
        case shifts(WeightShifts)
    }

    /// The bits of the widest accumulator there is, sign included.
    static let widestAccumulator = 127

    /// Taps are filled up with zeros to a multiple of this.
    private static let tapsOfStep = 16

    /// The layer at its place.
    let layer: PlacedLayer
    /// The weights.
    let operands: Operands
    /// The exponent of the step of the sums: the finest weight's times the input's.
    let sumExponent: Int
    /// How far the sums are shifted to the left before a bias is added.
    let sumShift: Int
    /// The biases, in steps of the accumulator: what an output starts from.
    let biases: [Int128]
    /// The most that an output's sum of |weight| comes to, in the finest weight's steps.
    let magnitude: Double
    /// What becomes of the accumulator; nil for class scores, which stay as they are.
    let requantizer: Requantizer?
    /// The taps of a window, and the same filled up to a whole number of steps.
    let taps: Int
    let row: Int

    /// The exponent of the accumulator's step: the finest bit that a product or a bias has.
    var stepExponent: Int { sumExponent - sumShift }
    /// The layer's output channels.
    var outputs: Int { layer.output.channels }
    /// The positions of an output feature map.
    var pixels: Int { layer.output.height * layer.output.width }
    /// Whether there is one window of the size of the input.
    var isInnerProduct: Bool { if case .innerProduct = layer.layer.kind { true } else { false } }

    /// Makes a layer from its codes.
    ///
    /// - Parameters:
    ///   - input: the format of the codes that reach it.
    ///   - biasStepExponent: the exponent of the step in which `codes` has its biases.
    /// - Throws: `TrainingError.accumulatorTooWide` if sums could leave the widest accumulator.
    init(
        _ layer: PlacedLayer, codes: LayerCodes, input: FixedPointFormat, biasStepExponent: Int
    ) throws(TrainingError) {
        let weights = codes.quantization.weights
        let taps = layer.layer.taps(of: layer.input)
        let row = (taps + Self.tapsOfStep - 1) / Self.tapsOfStep * Self.tapsOfStep
        let (operands, shift, magnitude) = Self.operands(codes.weights, weights, taps: taps, row: row)
        let sumExponent = weights.stepExponent + shift - input.fractionBits
        let lowestBias = codes.biases.compactMap { $0.lowestExponent(stepExponent: biasStepExponent) }.min()
        let step = min(sumExponent, lowestBias ?? sumExponent)
        sumShift = sumExponent - step
        let largestInput = Double(sign: .plus, exponent: input.bits - 1, significand: 1)
        let largestSum = magnitude * largestInput * Double(sign: .plus, exponent: min(sumShift, 512), significand: 1)
        let largestBias = codes.biases.map { Self.magnitude(of: $0, biasStepExponent - step) }.max() ?? 0
        let bits = Int((largestSum + largestBias + 1).exponent) + 2
        guard bits <= Self.widestAccumulator else { throw .accumulatorTooWide(layer: layer.name, bits: bits) }
        biases = codes.biases.map { Int128($0.significand) << Int128($0.shift + biasStepExponent - step) }
        self.layer = layer
        self.operands = operands
        self.sumExponent = sumExponent
        self.magnitude = magnitude
        (self.taps, self.row) = (taps, row)
        requantizer = codes.quantization.output.map { Requantizer($0, stepExponent: step) }
    }

    private static func magnitude(of bias: LayerCodes.Bias, _ exponent: Int) -> Double {
        Double(bias.significand.magnitude) * Double(sign: .plus, exponent: min(bias.shift + exponent, 512), significand: 1)
    }

    /// The operands of weights, how far the finest of them stands above the format's step, and the largest sum of magnitudes.
    private static func operands(
        _ codes: [Int32], _ quantizer: WeightQuantizer, taps: Int, row: Int
    ) -> (operands: Operands, shift: Int, magnitude: Double) {
        let steps: (Int32) -> Double
        let result: (Operands, Int)
        switch quantizer {
        case .fixed:
            let zeros = codes.reduce(into: Int32(0)) { $0 |= $1 }.trailingZeroBitCount % 32
            let padded = Self.padded(codes.map { $0 >> Int32(zeros) }, taps: taps, row: row)
            let fits = padded.allSatisfy { Int16(exactly: $0) != nil }
            result = (.products(codes: padded, narrow: fits ? padded.map { Int16(truncatingIfNeeded: $0) } : []), zeros)
            steps = { Double($0.magnitude >> UInt32(zeros)) }
        case .powerOfTwo, .binary:
            let first = codes.lazy.filter { $0 != 0 }.map { Int32($0.magnitude) }.min() ?? 1
            result = (.shifts(WeightShifts(codes: codes, row: taps, first: first)), Int(first) - 1)
            steps = { $0 == 0 ? 0 : Double(sign: .plus, exponent: Int($0.magnitude) - Int(first), significand: 1) }
        }
        var largest = 0.0
        for start in stride(from: 0, to: codes.count, by: max(1, taps)) {
            var sum = 0.0
            for tap in 0..<taps { sum += steps(codes[start + tap]) }
            largest = max(largest, sum)
        }
        return (result.0, result.1, largest)
    }

    /// Rows of taps, each filled up with zeros.
    static func padded(_ values: [Int32], taps: Int, row: Int) -> [Int32] {
        var padded: [Int32] = []
        padded.reserveCapacity(values.count / max(1, taps) * row)
        for start in stride(from: 0, to: values.count, by: max(1, taps)) {
            padded += values[start..<(start + taps)]
            padded += repeatElement(0, count: row - taps)
        }
        return padded
    }

    /// The layer's windows as the kernels take them.
    var windows: bf_integer_windows {
        var (rows, columns, stride, padding) = (layer.input.height, layer.input.width, 1, 0)
        if case .convolution(let kernel, _, let step, let border) = layer.layer.kind {
            (rows, columns, stride, padding) = (kernel, kernel, step, border)
        }
        return bf_integer_windows(
            channels: layer.input.channels, height: layer.input.height, width: layer.input.width, kernel_rows: rows,
            kernel_columns: columns, stride: stride, padding: padding, output_height: layer.output.height,
            output_width: layer.output.width)
    }
}

extension Layer {
    /// The weights of one output.
    fileprivate func taps(of input: Shape) -> Int {
        if case .convolution(let kernel, _, _, _) = kind { kernel * kernel * input.channels } else { input.count }
    }
}
