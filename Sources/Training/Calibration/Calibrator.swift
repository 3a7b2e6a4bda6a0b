import Networks
import Precision
import Recipes

/// Chooses a network's radix points and scales on training images with the float32 parent's weights.
struct Calibrator: Sendable {
    /// The most training images that are looked at.
    static let mostImages = 1_000

    /// The images of one pass.
    private static let imagesOfPass = 50

    let job: TrainingJob
    let layout: ParameterLayout

    /// Chooses the plan; nil for float32.
    ///
    /// - Parameters:
    ///   - parameters: the parent's.
    ///   - images: the training images, of which up to `mostImages` are chosen at random.
    func plan(
        parameters: [Float], images: ImageSet, transform: InputTransform
    ) async throws(TrainingError) -> QuantizationPlan? {
        guard case .fixed(let bits) = job.precision.data else { return nil }
        let statistics = try await observe(parameters: parameters, images: images, transform: transform)
        let data = ([statistics.input] + statistics.outputs.dropLast()).map {
            ScaleChoice.Values(sample: $0.sample, largestMagnitude: $0.largestMagnitude)
        }
        let dataFormats = try shared(data) { (tensors) throws(TrainingError) in
            try ScaleChoice.fixedPoint(bits: bits, for: tensors, rule: job.recipe.scaleRule)
        }
        let weights = layout.entries.map { ScaleChoice.Values(parameters[$0.weights]) }
        let quantizers = try weightQuantizers(weights)
        guard let input = dataFormats.first else { return nil }
        let layers = layout.entries.indices.map { index in
            LayerQuantization(
                layer: layout.entries[index].layer, weights: quantizers[index],
                output: index + 1 < dataFormats.count ? dataFormats[index + 1] : nil)
        }
        return QuantizationPlan(input: input, layers: layers)
    }

    private func weightQuantizers(_ weights: [ScaleChoice.Values]) throws(TrainingError) -> [WeightQuantizer] {
        let rule = job.recipe.scaleRule
        switch job.precision.weights {
        case .float32:
            throw .quantizationDoesNotFit(problem: "float32 weights with fixed-point data")
        case .fixed(let bits):
            return try shared(weights) { (tensors) throws(TrainingError) in
                .fixed(format: try ScaleChoice.fixedPoint(bits: bits, for: tensors, rule: rule))
            }
        case .powerOfTwo(let bits):
            return try shared(weights) { (tensors) throws(TrainingError) in
                .powerOfTwo(format: try ScaleChoice.powerOfTwo(bits: bits, for: tensors, rule: rule))
            }
        case .binary:
            return try weights.mapThrowing { (tensor) throws(TrainingError) in
                .binary(format: try ScaleChoice.binary(for: tensor))
            }
        }
    }

    /// One format for all tensors or one for each, as the radix policy says.
    private func shared<Format>(
        _ tensors: [ScaleChoice.Values], _ choose: ([ScaleChoice.Values]) throws(TrainingError) -> Format
    ) throws(TrainingError) -> [Format] {
        switch job.radix {
        case .global:
            let format = try choose(tensors)
            return tensors.map { _ in format }
        case .layer:
            return try tensors.mapThrowing { (tensor) throws(TrainingError) in try choose([tensor]) }
        }
    }

    private func observe(
        parameters: [Float], images: ImageSet, transform: InputTransform
    ) async throws(TrainingError) -> DataStatistics {
        var random = RandomSource(seed: job.seed, purpose: .calibration)
        let pass = min(Self.imagesOfPass, images.count)
        // Whole passes only, so that no image counts twice.
        let count = min(Self.mostImages, images.count) / max(1, pass) * pass
        let chosen = random.permutation(of: images.count)[..<count]
        let shard = try Shard(network: job.network, layout: layout, images: pass, plan: nil, trains: false)
        let outputs = job.network.layers.filter(\.layer.hasWeights).map(\.output.count)
        let task = ShardTask(parameters: parameters, images: images, indices: chosen, transform: transform)
        return try await shard.observe(
            task, into: DataStatistics(images: count, inputCount: job.network.input.count, outputCounts: outputs))
    }
}

extension Sequence {
    /// `map` with a typed error.
    func mapThrowing<T, E: Error>(_ transform: (Element) throws(E) -> T) throws(E) -> [T] {
        var result: [T] = []
        for element in self { result.append(try transform(element)) }
        return result
    }
}
