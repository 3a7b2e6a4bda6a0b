import Networks

/// One layer of a network as the engine runs it: its kernel, and what is done to its output value by value.
///
/// What stands behind a layer that a max pooling follows (the ReLU's gradient, the rounding) is done behind the pooling instead: both
/// keep order, so the values are the same, fewer have to be gone through, and the pooling picks its window's largest unrounded value.
struct Stage: Hashable, Sendable {
    /// Which format the stage's output is rounded to, in a low-precision network.
    enum Rounding: Hashable, Sendable {
        /// It is not rounded here.
        case none
        /// It is the output of the layer with weights of this index (into `QuantizationPlan.layers`).
        case output(layer: Int)
        /// It is the mean over a window of values that have this format already; nil for the format of the network's input.
        case mean(layer: Int?)
    }

    let layer: PlacedLayer
    /// The index among the layers with weights; nil for a pooling.
    let parameters: Int?
    /// Whether the kernel puts a ReLU behind itself.
    let hasReLUInside: Bool
    /// Whether a ReLU has to be done value by value.
    let appliesReLU: Bool
    /// Whether the gradient is zero where the output is not positive.
    let masksReLU: Bool
    let rounding: Rounding

    /// The stages of a network.
    static func stages(of network: Network) -> [Stage] {
        var stages: [Stage] = []
        var weightLayers = 0
        var waiting = (relu: false, rounding: Rounding.none)
        var format: Int?
        for (index, layer) in network.layers.enumerated() {
            let isLast = index == network.layers.count - 1
            let hasReLU = layer.layer.activation == .relu
            var rounding = waiting.rounding
            if layer.layer.hasWeights {
                rounding = .output(layer: weightLayers)
                format = weightLayers
                weightLayers += 1
            } else if case .pooling(.average, _, _) = layer.layer.kind {
                rounding = .mean(layer: format)
            }
            let defers = !isLast && network.layers[index + 1].isMaxPooling
            let masks = waiting.relu || hasReLU
            stages.append(
                Stage(
                    layer: layer, parameters: layer.layer.hasWeights ? weightLayers - 1 : nil,
                    hasReLUInside: layer.layer.hasWeights && hasReLU, appliesReLU: !layer.layer.hasWeights && hasReLU,
                    masksReLU: masks && !defers, rounding: defers || isLast ? .none : rounding))
            waiting = defers ? (masks, rounding) : (false, .none)
        }
        return stages
    }
}

extension PlacedLayer {
    /// Whether the layer takes the largest value of each window.
    fileprivate var isMaxPooling: Bool {
        if case .pooling(.max, _, _) = layer.kind { true } else { false }
    }
}

extension Stage {
    /// The format that the stage's output is rounded to, under a plan.
    func format(in plan: QuantizationPlan) -> FixedPointFormat? {
        switch rounding {
        case .none: nil
        case .output(let layer): plan.layers[layer].output
        case .mean(nil): plan.input
        case .mean(let layer?): plan.layers[layer].output
        }
    }
}
