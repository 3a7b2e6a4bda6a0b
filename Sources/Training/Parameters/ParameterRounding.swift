/// Rounds a network's full-precision parameters to those that its low-precision layers use.
struct ParameterRounding: Hashable, Sendable {
    private let layout: ParameterLayout
    private let plan: QuantizationPlan?

    /// Takes a plan; nil for float32, which rounds nothing.
    ///
    /// - Throws: `TrainingError.quantizationDoesNotFit` for a plan of another network.
    init(layout: ParameterLayout, plan: QuantizationPlan?) throws(TrainingError) {
        if let plan {
            let (expected, found) = (layout.entries.map(\.layer), plan.layers.map(\.layer))
            guard expected == found else {
                throw .quantizationDoesNotFit(problem: "layers \(found), expected \(expected)")
            }
        }
        self.layout = layout
        self.plan = plan
    }

    /// Rounds parameters into an array of the same size.
    func round(_ parameters: [Float], into rounded: inout [Float]) {
        guard let plan else {
            rounded = parameters
            return
        }
        let biasSteps = plan.biasStepExponents
        parameters.withBasePointer { from in
            rounded.withMutableBasePointer { to in
                for (index, entry) in layout.entries.enumerated() {
                    let (weights, biases) = (entry.weights, entry.biases)
                    plan.layers[index].weights.quantize(
                        from + weights.lowerBound, to: to + weights.lowerBound, count: weights.count)
                    BiasQuantizer(stepExponent: biasSteps[index])
                        .quantize(from + biases.lowerBound, to: to + biases.lowerBound, count: biases.count)
                }
            }
        }
    }
}
