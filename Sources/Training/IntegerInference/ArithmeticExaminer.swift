import Networks
import Recipes

/// Holds a trained low-precision network's inference in integers against its simulation in single precision.
public struct ArithmeticExaminer: Sendable {
    private let classifier: IntegerClassifier
    private let simulated: SimulatedNetwork
    private let layers: [LayerExamination]

    /// Makes a trained network ready.
    ///
    /// - Parameters: those of `IntegerClassifier`.
    /// - Throws: `TrainingError` if these do not fit each other, or sums could need more than 127 bits.
    public init(
        network: Network, weights: TrainedWeights, quantization: QuantizationPlan, recipe: Recipe, training: ImageSet,
        threads: Int = 2
    ) throws(TrainingError) {
        classifier = try IntegerClassifier(
            network: network, weights: weights, quantization: quantization, recipe: recipe, training: training, threads: threads)
        simulated = try SimulatedNetwork(network, weights: weights, plan: quantization)
        layers = classifier.network.layers.map(LayerExamination.init)
    }

    /// Takes a network as it is.
    init(
        network: Network, weights: TrainedWeights, plan: QuantizationPlan, transform: InputTransform, threads: Int
    ) throws(TrainingError) {
        classifier = IntegerClassifier(
            try IntegerNetwork(network, weights: weights, plan: plan), transform: transform, threads: threads)
        simulated = try SimulatedNetwork(network, weights: weights, plan: plan)
        layers = classifier.network.layers.map(LayerExamination.init)
    }

    /// Examines images.
    ///
    /// - Parameters:
    ///   - indices: the images; nil for all.
    ///   - traced: the accumulators of so many of the first of them are traced, which takes longer than their inference.
    /// - Throws: `TrainingError` for images of another kind, or if the kernel library fails.
    public func examine(
        _ images: ImageSet, indices: [Int]? = nil, traced: Int = 0
    ) async throws(TrainingError) -> ArithmeticMeasurement {
        try classifier.check(images)
        let indices = indices ?? Array(0..<images.count)
        let tracing = Set(indices.prefix(max(0, traced)))
        let input = IntegerInput(images: images, transform: classifier.transform, format: classifier.network.input)
        // Traced images first in the list would all fall to one thread.
        let shares = (0..<classifier.threads).map { thread in
            stride(from: thread, to: indices.count, by: classifier.threads).map { indices[$0] }
        }
        let results = await withTaskGroup(of: (Int, Result<ArithmeticMeasurement, TrainingError>).self) { group in
            for (index, share) in shares.enumerated() {
                group.addTask { (index, measure(share, tracing, input)) }
            }
            var results = [Result<ArithmeticMeasurement, TrainingError>?](repeating: nil, count: shares.count)
            for await (index, result) in group { results[index] = result }
            return results
        }
        var total: ArithmeticMeasurement?
        for case let result? in results {
            let part = try result.get()
            if total == nil { total = part } else { total?.add(part) }
        }
        return total ?? ArithmeticMeasurement(layers: [])
    }

    private func measure(
        _ indices: [Int], _ tracing: Set<Int>, _ input: IntegerInput
    ) -> Result<ArithmeticMeasurement, TrainingError> {
        do throws(TrainingError) {
            var examination = try IntegerExamination(simulated, network: classifier.network, layers: layers, input: input)
            try examination.examine(indices[...], tracing: tracing)
            return .success(examination.found)
        } catch {
            return .failure(error)
        }
    }
}
