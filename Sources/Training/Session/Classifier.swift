import Networks
import Recipes

/// A trained network that predicts classes.
public struct Classifier: Sendable {
    private let network: Network
    private let pool: ShardPool
    private let parameters: [Float]
    private let transform: InputTransform

    /// The images of one pass.
    private static let imagesOfPass = 100

    /// Makes a trained network ready.
    ///
    /// - Parameters:
    ///   - network: the network.
    ///   - weights: its full-precision parameters.
    ///   - quantization: its radix points and scales; nil for float32.
    ///   - recipe: the recipe it was trained by, which says how pixels become input.
    ///   - training: the images it was trained with, for their mean.
    ///   - threads: how many threads may work at once.
    /// - Throws: `TrainingError` if these do not fit each other.
    public init(
        network: Network, weights: TrainedWeights, quantization: QuantizationPlan?, recipe: Recipe, training: ImageSet,
        threads: Int = 2
    ) throws(TrainingError) {
        guard training.shape == network.input else { throw .imagesDoNotFit(images: training.shape, input: network.input) }
        let layout = try ParameterLayout(network)
        let full = try weights.parameters(for: layout)
        var rounded = full
        try ParameterRounding(layout: layout, plan: quantization).round(full, into: &rounded)
        parameters = rounded
        transform = InputTransform(recipe: recipe, training: training)
        pool = try ShardPool(
            network: network, layout: layout, batchSize: Self.imagesOfPass, plan: quantization, trains: false, threads: threads)
        self.network = network
    }

    /// Predicts the classes of images.
    ///
    /// - Throws: `TrainingError.imagesDoNotFit` or `TrainingError.outputsDoNotFit` for images of another kind.
    public func evaluate(_ images: ImageSet) async throws(TrainingError) -> Evaluation {
        guard images.shape == network.input else { throw .imagesDoNotFit(images: images.shape, input: network.input) }
        guard network.output.count == images.classCount else {
            throw .outputsDoNotFit(output: network.output, classCount: images.classCount)
        }
        let task = ShardTask(parameters: parameters, images: images, indices: Array(0..<images.count)[...], transform: transform)
        return Evaluation(
            predictions: try await pool.predictions(task), labels: images.labels, classCount: images.classCount)
    }
}
