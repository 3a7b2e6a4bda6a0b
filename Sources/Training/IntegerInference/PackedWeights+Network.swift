import Networks

extension PackedWeights {
    /// Packs the final weights of a trained network.
    ///
    /// - Parameters:
    ///   - network: the network.
    ///   - weights: its full-precision parameters.
    ///   - quantization: its radix points and scales.
    /// - Throws: `TrainingError` if these do not fit each other, or weights have more than `mostBits` bits.
    public init(network: Network, weights: TrainedWeights, quantization: QuantizationPlan) throws(TrainingError) {
        let layout = try ParameterLayout(network)
        let parameters = try weights.parameters(for: layout)
        try self.init(
            input: quantization.input, codes: try LayerCodes.layers(parameters, layout: layout, plan: quantization))
    }

    /// The radix points and scales.
    public var quantization: QuantizationPlan {
        QuantizationPlan(input: input, layers: layers.map(\.quantization))
    }

    /// The rounded weights and biases as parameters, which rounding by the same plan leaves as they are.
    ///
    /// - Throws: `TrainingError` for weights of another network, or codes that cannot be.
    public func rounded(for network: Network) throws(TrainingError) -> TrainedWeights {
        let layout = try ParameterLayout(network)
        let biasSteps = quantization.biasStepExponents
        let layers = try codes()
        let (expected, found) = (layout.entries.map(\.layer), layers.map(\.quantization.layer))
        guard expected == found else { throw .quantizationDoesNotFit(problem: "layers \(found), expected \(expected)") }
        var parameters: [Float] = []
        for (index, layer) in layers.enumerated() {
            let entry = layout.entries[index]
            guard layer.weights.count == entry.weights.count, layer.biases.count == entry.biases.count else {
                throw .weightsDoNotFit(
                    tensor: "\(entry.layer).weights", problem: "has \(layer.weights.count) values, expected \(entry.weights.count)")
            }
            parameters += layer.weights.map(layer.quantization.weights.value(ofCode:))
            parameters += layer.biases.map { $0.value(stepExponent: biasSteps[index]) }
        }
        return TrainedWeights(parameters, layout: layout)
    }
}

extension IntegerNetwork {
    /// Makes a network straight from packed weights.
    ///
    /// - Throws: `TrainingError` for weights of another network, or codes that cannot be.
    init(_ network: Network, packed: PackedWeights) throws(TrainingError) {
        try self.init(network, input: packed.input, codes: try packed.codes())
    }
}
