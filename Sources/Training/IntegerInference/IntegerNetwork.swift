import Networks

/// A low-precision network in integers alone: codes in, class scores in steps of the last accumulator out.
///
/// Fixed-point weights multiply; power-of-two weights shift and negate; binary ones negate. Sums are held in as many bits as the
/// actual weights and data need (`IntegerPass`), so that nothing is ever lost before it is requantized.
struct IntegerNetwork: Hashable, Sendable {
    /// One layer.
    enum Stage: Hashable, Sendable {
        case weights(IntegerLayer)
        case pooling(IntegerPooling)
    }

    /// The network.
    let network: Network
    /// The format of its input.
    let input: FixedPointFormat
    /// Its layers from input to output.
    let stages: [Stage]

    /// The layers with weights.
    var layers: [IntegerLayer] { stages.compactMap { if case .weights(let layer) = $0 { layer } else { nil } } }

    /// The exponent of the step of class scores.
    var scoreExponent: Int { layers.last?.stepExponent ?? 0 }

    /// Whether class scores are means of accumulators: these are rounded to the accumulator's step here, and not at all in
    /// simulation.
    var endsInMean: Bool {
        for stage in stages.reversed() {
            guard case .pooling(let pooling) = stage else { return false }
            if pooling.kind == .average { return true }
        }
        return false
    }

    /// Makes a network from full-precision parameters and the plan that rounds them.
    ///
    /// - Throws: `TrainingError.weightsDoNotFit`, `TrainingError.quantizationDoesNotFit`, `TrainingError.accumulatorTooWide`.
    init(_ network: Network, weights: TrainedWeights, plan: QuantizationPlan) throws(TrainingError) {
        let layout = try ParameterLayout(network)
        let parameters = try weights.parameters(for: layout)
        try self.init(network, input: plan.input, codes: try LayerCodes.layers(parameters, layout: layout, plan: plan))
    }

    /// Makes a network from the codes of its layers.
    ///
    /// - Throws: `TrainingError.quantizationDoesNotFit` for codes of another network, or if a layer between others has no output
    ///   format.
    init(_ network: Network, input: FixedPointFormat, codes: [LayerCodes]) throws(TrainingError) {
        let layout = try ParameterLayout(network)
        try Self.check(codes, layout: layout)
        let plan = QuantizationPlan(input: input, layers: codes.map(\.quantization))
        let biasSteps = plan.biasStepExponents
        var stages: [Stage] = []
        var format = input
        var index = 0
        for layer in network.layers {
            if case .pooling(let kind, let kernel, let stride) = layer.layer.kind {
                stages.append(.pooling(IntegerPooling(layer: layer, kind: kind, kernel: kernel, stride: stride)))
                continue
            }
            stages.append(
                .weights(try IntegerLayer(layer, codes: codes[index], input: format, biasStepExponent: biasSteps[index])))
            format = codes[index].quantization.output ?? format
            index += 1
        }
        self.network = network
        self.input = input
        self.stages = stages
    }

    private static func check(_ codes: [LayerCodes], layout: ParameterLayout) throws(TrainingError) {
        let (expected, found) = (layout.entries.map(\.layer), codes.map(\.quantization.layer))
        guard expected == found else { throw .quantizationDoesNotFit(problem: "layers \(found), expected \(expected)") }
        for (index, entry) in layout.entries.enumerated() {
            let layer = codes[index]
            guard layer.weights.count == entry.weights.count, layer.biases.count == entry.biases.count else {
                throw .weightsDoNotFit(
                    tensor: "\(entry.layer).weights",
                    problem:
                        "has \(layer.weights.count) codes and \(layer.biases.count) biases, expected \(entry.weights.count) and "
                        + "\(entry.biases.count)")
            }
            guard (layer.quantization.output == nil) == (index == codes.count - 1) else {
                throw .quantizationDoesNotFit(problem: "layer '\(entry.layer)' must have an output format unless it is the last")
            }
        }
    }
}
