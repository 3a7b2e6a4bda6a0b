import Networks

/// The parameters of a low-precision network as its simulation uses them, with what rounding them loses.
struct SimulatedNetwork: Sendable {
    let layout: ParameterLayout
    let plan: QuantizationPlan
    /// Rounded parameters.
    let parameters: [Float]
    /// For each layer with weights, how many weights there are, and how many saturate.
    let saturation: [SaturationCount]

    /// Rounds full-precision parameters.
    ///
    /// - Throws: `TrainingError.weightsDoNotFit` or `TrainingError.quantizationDoesNotFit`.
    init(_ network: Network, weights: TrainedWeights, plan: QuantizationPlan) throws(TrainingError) {
        layout = try ParameterLayout(network)
        self.plan = plan
        let full = try weights.parameters(for: layout)
        var rounded = full
        try ParameterRounding(layout: layout, plan: plan).round(full, into: &rounded)
        parameters = rounded
        saturation = zip(layout.entries, plan.layers).map { entry, layer in
            SaturationCount(
                values: entry.weights.count, saturated: full[entry.weights].count { layer.weights.saturates($0) })
        }
    }
}
