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
}

extension IntegerNetwork {
    /// Makes a network straight from packed weights.
    ///
    /// - Throws: `TrainingError` for weights of another network, or codes that cannot be.
    init(_ network: Network, packed: PackedWeights) throws(TrainingError) {
        try self.init(network, input: packed.input, codes: try packed.codes())
    }
}
