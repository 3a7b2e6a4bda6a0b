/// One layer's weights and biases as the accelerator's memory holds them: whole numbers, in the formats of a plan.
struct LayerCodes: Hashable, Sendable {
    /// A bias: a whole number times a power of two, in steps of the plan's accumulator.
    ///
    /// A bias is rounded in single precision, so it has at most 24 significant bits, however fine the step is.
    struct Bias: Hashable, Sendable {
        /// Odd, or zero; at most 2^24 in magnitude.
        let significand: Int32
        /// How far it stands to the left of the step.
        let shift: Int

        /// Where its lowest bit stands in a layer whose step is 2 to an exponent; nil for zero.
        func lowestExponent(stepExponent: Int) -> Int? { significand == 0 ? nil : stepExponent + shift }

        /// Its value in a layer whose step is 2 to an exponent; exact, as it has at most 24 significant bits.
        func value(stepExponent: Int) -> Float {
            significand == 0 ? 0 : Float(sign: .plus, exponent: stepExponent + shift, significand: Float(significand))
        }
    }

    /// The layer's formats.
    let quantization: LayerQuantization
    /// The codes of the weights: output channel, input channel, row, column.
    ///
    /// Fixed point: the two's complement. Power of two: zero, or one more than the exponent's distance to the smallest, with the
    /// sign. Binary: 1 or -1.
    let weights: [Int32]
    /// The biases, one an output channel.
    let biases: [Bias]

    /// Takes codes as they are.
    init(quantization: LayerQuantization, weights: [Int32], biases: [Bias]) {
        self.quantization = quantization
        self.weights = weights
        self.biases = biases
    }

    /// Takes the codes of rounded parameters.
    ///
    /// - Parameters:
    ///   - weights: values of the format.
    ///   - biases: whole multiples of 2 to `biasStepExponent`.
    init(
        quantization: LayerQuantization, roundedWeights: ArraySlice<Float>, roundedBiases: ArraySlice<Float>, biasStepExponent: Int
    ) {
        self.quantization = quantization
        weights = roundedWeights.map(quantization.weights.code)
        biases = roundedBiases.map { value in
            guard value != 0 else { return Bias(significand: 0, shift: 0) }
            let (significand, exponent) = (Int32(value.significand * 0x1p23), Int(value.exponent) - 23)
            let zeros = significand.trailingZeroBitCount
            return Bias(
                significand: (value < 0 ? -significand : significand) >> Int32(zeros), shift: exponent + zeros - biasStepExponent)
        }
    }

    /// The codes of all layers of a network's full-precision parameters, rounded by a plan.
    static func layers(_ parameters: [Float], layout: ParameterLayout, plan: QuantizationPlan) throws(TrainingError) -> [LayerCodes]
    {
        var rounded = parameters
        try ParameterRounding(layout: layout, plan: plan).round(parameters, into: &rounded)
        let biasSteps = plan.biasStepExponents
        return layout.entries.indices.map { index in
            LayerCodes(
                quantization: plan.layers[index], roundedWeights: rounded[layout.entries[index].weights],
                roundedBiases: rounded[layout.entries[index].biases], biasStepExponent: biasSteps[index])
        }
    }
}
