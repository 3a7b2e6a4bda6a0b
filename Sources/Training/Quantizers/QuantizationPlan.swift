/// The radix points and scales of one layer with weights.
public struct LayerQuantization: Hashable, Sendable, Codable {
    /// The layer's name.
    public let layer: String
    /// How its weights are rounded.
    public let weights: WeightQuantizer
    /// How its feature maps are rounded, behind the nonlinearity; nil for class scores, which stay at the accumulator's precision.
    ///
    /// A pooling behind the layer keeps this format: the largest value has it anyway, a mean is a sum and one rounded division.
    public let output: FixedPointFormat?

    /// Makes a layer's quantization.
    public init(layer: String, weights: WeightQuantizer, output: FixedPointFormat?) {
        self.layer = layer
        self.weights = weights
        self.output = output
    }
}

/// The radix points and scales of a network, chosen once with the float32 parent's weights, before low-precision training.
public struct QuantizationPlan: Hashable, Sendable, Codable {
    /// How the network's input is rounded.
    public let input: FixedPointFormat
    /// The layers with weights, from input to output.
    public let layers: [LayerQuantization]

    /// Makes a plan.
    public init(input: FixedPointFormat, layers: [LayerQuantization]) {
        self.input = input
        self.layers = layers
    }

    /// The exponent of the accumulator's step in each layer, at which its biases are held: weight step times input step.
    ///
    /// Steps below 2^-126 are taken as that: single precision holds biases no finer.
    var biasStepExponents: [Int] {
        var data = input
        return layers.map { layer in
            defer { data = layer.output ?? data }
            return max(layer.weights.stepExponent - data.fractionBits, -126)
        }
    }
}

/// Rounds biases to whole multiples of the accumulator's step, ties to even; the accumulator is wide, so none saturates.
struct BiasQuantizer: Hashable, Sendable {
    /// The exponent of the accumulator's step.
    let stepExponent: Int

    /// Rounds `count` biases.
    func quantize(_ source: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>, count: Int) {
        let step = Double(sign: .plus, exponent: stepExponent, significand: 1)
        for index in 0..<count {
            result[index] = Float((Double(source[index]) / step).rounded(.toNearestOrEven) * step)
        }
    }
}
