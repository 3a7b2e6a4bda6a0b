import Networks

/// A network's forward and backward pass over a fixed number of images, on the calling thread.
///
/// Not Sendable: each shard of a batch has an engine of its own, which never leaves it.
final class NetworkEngine {
    /// One stage with its kernel and its feature maps.
    private struct Step {
        let stage: Stage
        let kernel: LayerKernel
        /// What the kernel writes.
        let output: FeatureMaps
        /// The output rounded to the stage's format; nil where it is not rounded.
        let rounded: FeatureMaps?
        let format: FixedPointFormat?
        /// The gradient of the output; nil in an engine for inference only.
        let gradient: FeatureMaps?

        /// What the next stage reads.
        var result: FeatureMaps { rounded ?? output }
    }

    /// The most values of feature maps: they take up to three times four bytes each.
    static let largestCount = 1 << 28

    /// The images of one pass.
    let images: Int

    /// The number of scores of an image.
    let scoreCount: Int

    private let layout: ParameterLayout
    private let input: FeatureMaps
    private let inputFormat: FixedPointFormat?
    private let steps: [Step]
    private var scores: [Float]

    /// Makes the kernels and feature maps of a network.
    ///
    /// - Parameters:
    ///   - images: the images of one pass, at least one.
    ///   - plan: the formats of the feature maps; nil for float32.
    ///   - trains: whether gradients are needed.
    /// - Throws: `TrainingError`, if the kernel library refuses a layer or memory runs out.
    init(
        network: Network, layout: ParameterLayout, images: Int, plan: QuantizationPlan?, trains: Bool
    ) throws(TrainingError) {
        try Self.checkSize(network, images: images)
        let context = try KernelContext()
        input = try FeatureMaps(images: images, shape: network.input, context: context)
        inputFormat = plan?.input
        var steps: [Step] = []
        var source = input
        for stage in Stage.stages(of: network) {
            let kernel = try LayerKernel(stage.layer, source: source, relu: stage.hasReLUInside, context: context)
            let output = try FeatureMaps(outputOf: kernel)
            let format = plan.flatMap { stage.format(in: $0) }
            let rounded = format == nil ? nil : try FeatureMaps(like: output)
            let gradient = trains ? try FeatureMaps(like: output) : nil
            steps.append(
                Step(stage: stage, kernel: kernel, output: output, rounded: rounded, format: format, gradient: gradient))
            source = rounded ?? output
        }
        self.steps = steps
        self.layout = layout
        self.images = images
        scoreCount = network.output.count
        scores = [Float](repeating: 0, count: images * network.output.count)
    }

    /// Checks that feature maps, their rounded values and their gradients can be held.
    private static func checkSize(_ network: Network, images: Int) throws(TrainingError) {
        var count = network.input.count
        for layer in network.layers { count += layer.output.count }
        let all = count.multipliedReportingOverflow(by: images)
        guard !all.overflow, all.partialValue <= largestCount else {
            throw .networkTooLarge(
                what: "feature-map values of \(images) images", count: all.overflow ? .max : all.partialValue, most: largestCount)
        }
    }

    /// Takes over parameters, as they are used: rounded ones in a low-precision network.
    func setParameters(_ parameters: [Float]) throws(TrainingError) {
        for step in steps {
            guard let index = step.stage.parameters else { continue }
            let entry = layout.entries[index]
            try parameters.withBasePointer { (base) throws(TrainingError) in
                try step.kernel.setParameters(
                    weights: base + entry.weights.lowerBound, biases: base + entry.biases.lowerBound)
            }
        }
    }

    /// Fills the input by a closure that writes the values of one image, and rounds it.
    func setInput(_ write: (_ image: Int, _ values: UnsafeMutablePointer<Float>) -> Void) {
        guard let base = input.values.baseAddress else { return }
        let size = input.values.count / images
        for image in 0..<images { write(image, base + image * size) }
        inputFormat?.quantize(base, to: base, count: input.values.count)
    }

    /// Computes the class scores of the images.
    func forward() throws(TrainingError) {
        var source = input
        for step in steps {
            try step.kernel.forward(source, to: step.output)
            if step.stage.appliesReLU { Elementwise.relu(step.output.values) }
            if let format = step.format, let rounded = step.rounded, let from = step.output.values.baseAddress,
                let to = rounded.values.baseAddress
            {
                format.quantize(from, to: to, count: step.output.values.count)
            }
            source = step.result
        }
        if let last = steps.last {
            try scores.withMutableBasePointer { (base) throws(TrainingError) in try last.result.read(into: base) }
        }
    }

    /// The predicted class of each image of the last forward pass.
    func predictions() -> [UInt8] {
        let count = scoreCount
        return scores.withUnsafeMutableBufferPointer { all in
            (0..<images).map { image in
                CrossEntropy.prediction(UnsafeMutableBufferPointer(rebasing: all[(image * count)..<((image + 1) * count)]))
            }
        }
    }

    /// The class scores of the last forward pass, image by image.
    var classScores: [Float] { scores }

    /// Computes the gradients of the mean loss over a batch, of which this engine's images are a part, behind a forward pass.
    ///
    /// - Parameters:
    ///   - labels: the class of each image.
    ///   - batchSize: the images of the whole batch.
    ///   - gradients: overwritten, one value a parameter.
    /// - Returns: the sum of the images' losses.
    func backward(labels: [UInt8], batchSize: Int, gradients: inout [Float]) throws(TrainingError) -> Double {
        let loss = differentiateScores(labels: labels, weight: 1 / Float(batchSize))
        if let gradient = steps.last?.gradient {
            try scores.withMutableBasePointer { (base) throws(TrainingError) in try gradient.write(from: base) }
        }
        for index in steps.indices.reversed() {
            let step = steps[index]
            guard let gradient = step.gradient else { continue }
            mask(step, gradient)
            if let parameters = step.stage.parameters {
                let entry = layout.entries[parameters]
                let source = index > 0 ? steps[index - 1].result : input
                try gradients.withMutableBasePointer { (base) throws(TrainingError) in
                    try step.kernel.parameterGradients(
                        source: source, outputGradient: gradient, weights: base + entry.weights.lowerBound,
                        biases: base + entry.biases.lowerBound)
                }
            }
            if index > 0, let sourceGradient = steps[index - 1].gradient {
                try step.kernel.sourceGradient(outputGradient: gradient, to: sourceGradient)
            }
        }
        return loss
    }

    private func differentiateScores(labels: [UInt8], weight: Float) -> Double {
        var loss = 0.0
        let count = scoreCount
        scores.withUnsafeMutableBufferPointer { all in
            for (image, label) in labels.enumerated().prefix(images) {
                let one = UnsafeMutableBufferPointer(rebasing: all[(image * count)..<((image + 1) * count)])
                loss += CrossEntropy.differentiate(one, label: Int(label), weight: weight)
            }
        }
        return loss
    }

    /// Passes a gradient straight through the rounding where the value was inside the format's range, and stops it elsewhere; a ReLU
    /// stops it where the value was not positive.
    private func mask(_ step: Step, _ gradient: FeatureMaps) {
        // A mean of values inside the range is inside it.
        let format: FixedPointFormat? = if case .output = step.stage.rounding { step.format } else { nil }
        guard format != nil || step.stage.masksReLU else { return }
        let lower = step.stage.masksReLU ? 0 : (format?.smallest.nextDown ?? -.infinity)
        Elementwise.mask(gradient.values, where: step.output.values, above: lower, upTo: format?.largest ?? .infinity)
    }

    /// Shows the values that a low-precision network rounds: the input, and each stage's output that has a format of its own.
    func visitRoundedValues(_ visit: (_ layer: Int?, _ values: UnsafeMutableBufferPointer<Float>) -> Void) {
        visit(nil, input.values)
        for step in steps {
            if case .output(let layer) = step.stage.rounding { visit(layer, step.output.values) }
        }
    }
}

extension Array {
    /// Calls a closure with the address of the first element; not at all for an empty array.
    func withBasePointer<E: Error>(_ body: (UnsafePointer<Element>) throws(E) -> Void) throws(E) {
        try withUnsafeBufferPointer { (buffer) throws(E) in
            if let base = buffer.baseAddress { try body(base) }
        }
    }

    /// Calls a closure with the address of the first element, to be written to; not at all for an empty array.
    mutating func withMutableBasePointer<E: Error>(_ body: (UnsafeMutablePointer<Element>) throws(E) -> Void) throws(E) {
        try withUnsafeMutableBufferPointer { (buffer) throws(E) in
            if let base = buffer.baseAddress { try body(base) }
        }
    }
}
