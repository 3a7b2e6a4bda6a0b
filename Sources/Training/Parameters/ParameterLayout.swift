import Networks

/// Where each layer's parameters lie in one array: layer by layer, weights and then biases.
///
/// Weights are plain: output channel, input channel, row, column. An inner product has the extents of its input feature maps.
struct ParameterLayout: Hashable, Sendable {
    /// The parameters of one layer.
    struct Entry: Hashable, Sendable {
        /// The layer's name.
        let layer: String
        /// Output channels, input channels, rows, columns.
        let extents: [Int]
        /// Where the weights lie.
        let weights: Range<Int>
        /// Where the biases lie.
        let biases: Range<Int>

        /// The number of inputs of one output.
        var fanIn: Int { extents.dropFirst().reduce(1, *) }
    }

    /// The most parameters that a network may have here: 1 GiB of them.
    static let largestCount = 1 << 28

    /// The layers with weights, from input to output.
    let entries: [Entry]

    /// The number of all parameters.
    let count: Int

    /// Lays out a network's parameters.
    ///
    /// - Throws: `TrainingError.networkTooLarge` beyond `largestCount`.
    init(_ network: Network) throws(TrainingError) {
        var entries: [Entry] = []
        var end = 0
        for layer in network.layers where layer.layer.hasWeights {
            let weights = end..<(end + layer.weightCount)
            let biases = weights.upperBound..<(weights.upperBound + layer.biasCount)
            end = biases.upperBound
            guard end <= Self.largestCount else {
                throw .networkTooLarge(what: "parameters", count: end, most: Self.largestCount)
            }
            entries.append(Entry(layer: layer.name, extents: Self.extents(of: layer), weights: weights, biases: biases))
        }
        self.entries = entries
        count = end
    }

    private static func extents(of layer: PlacedLayer) -> [Int] {
        switch layer.layer.kind {
        case .convolution(let kernel, let outputChannels, _, _): [outputChannels, layer.input.channels, kernel, kernel]
        case .innerProduct(let outputs): [outputs, layer.input.channels, layer.input.height, layer.input.width]
        case .pooling: []
        }
    }

    /// Random weights and zero biases for float32 training: mean 0, deviation sqrt(2 / inputs) (He et al. 2015).
    func initialParameters(seed: UInt64) -> [Float] {
        var parameters = [Float](repeating: 0, count: count)
        for (index, entry) in entries.enumerated() {
            var random = RandomSource(seed: seed, purpose: .initialWeights, index)
            let deviation = (2 / Float(max(1, entry.fanIn))).squareRoot()
            for position in entry.weights { parameters[position] = random.nearlyNormal() * deviation }
        }
        return parameters
    }
}
