import Networks

/// The full-precision parameters of a trained network, as named tensors.
public struct TrainedWeights: Hashable, Sendable {
    /// One tensor.
    public struct Tensor: Hashable, Sendable {
        /// The name: the layer's, and `weights` or `biases`, as `conv1.weights`.
        public let name: String
        /// Extents: output channels, input channels, rows, columns for weights; output channels for biases.
        public let extents: [Int]
        /// The values, the last extent's neighbours side by side.
        public let values: [Float]
    }

    /// The tensors, layer by layer from input to output, weights before biases.
    public let tensors: [Tensor]

    /// Takes tensors whose extents fit their values.
    init(tensors: [Tensor]) {
        self.tensors = tensors
    }

    /// The weights that float32 training of a network starts from: random by the seed, biases zero (He et al. 2015).
    ///
    /// - Throws: `TrainingError.networkTooLarge`.
    public init(initialFor network: Network, seed: UInt64) throws(TrainingError) {
        let layout = try ParameterLayout(network)
        self.init(layout.initialParameters(seed: seed), layout: layout)
    }

    /// Names the parameters of one array.
    init(_ parameters: [Float], layout: ParameterLayout) {
        tensors = layout.entries.flatMap { entry in
            [
                Tensor(name: "\(entry.layer).weights", extents: entry.extents, values: Array(parameters[entry.weights])),
                Tensor(name: "\(entry.layer).biases", extents: [entry.biases.count], values: Array(parameters[entry.biases])),
            ]
        }
    }

    /// The parameters as one array.
    ///
    /// - Throws: `TrainingError.weightsDoNotFit` with the first tensor that is missing, of other extents, or not finite.
    func parameters(for layout: ParameterLayout) throws(TrainingError) -> [Float] {
        var parameters: [Float] = []
        parameters.reserveCapacity(layout.count)
        var remaining = tensors[...]
        for entry in layout.entries {
            for (suffix, extents) in [("weights", entry.extents), ("biases", [entry.biases.count])] {
                let name = "\(entry.layer).\(suffix)"
                guard let tensor = remaining.popFirst(), tensor.name == name else {
                    throw .weightsDoNotFit(tensor: name, problem: "is missing")
                }
                guard tensor.extents == extents, tensor.values.count == extents.reduce(1, *) else {
                    throw .weightsDoNotFit(tensor: name, problem: "is \(tensor.extents), expected \(extents)")
                }
                guard tensor.values.allSatisfy(\.isFinite) else {
                    throw .weightsDoNotFit(tensor: name, problem: "holds values that are not finite")
                }
                parameters += tensor.values
            }
        }
        if let extra = remaining.first { throw .weightsDoNotFit(tensor: extra.name, problem: "is not expected") }
        return parameters
    }
}
