import Networks
import Recipes

/// A trained low-precision network that predicts classes in integers alone: the proof that the simulation in single precision is
/// honest.
public struct IntegerClassifier: Sendable {
    /// The images of one pass.
    static let imagesOfPass = 16

    let network: IntegerNetwork
    let transform: InputTransform
    let threads: Int

    /// Makes a trained network ready.
    ///
    /// - Parameters:
    ///   - network: the network.
    ///   - weights: its full-precision parameters.
    ///   - quantization: its radix points and scales.
    ///   - recipe: the recipe it was trained by, which says how pixels become input.
    ///   - training: the images it was trained with, for their mean.
    ///   - threads: how many threads may work at once.
    /// - Throws: `TrainingError` if these do not fit each other, or sums could need more than 127 bits.
    public init(
        network: Network, weights: TrainedWeights, quantization: QuantizationPlan, recipe: Recipe, training: ImageSet,
        threads: Int = 2
    ) throws(TrainingError) {
        guard training.shape == network.input else { throw .imagesDoNotFit(images: training.shape, input: network.input) }
        self.init(
            try IntegerNetwork(network, weights: weights, plan: quantization),
            transform: InputTransform(recipe: recipe, training: training), threads: threads)
    }

    /// Makes a network ready that was packed into bytes.
    ///
    /// - Throws: `TrainingError` if these do not fit each other, or sums could need more than 127 bits.
    public init(
        network: Network, packed: PackedWeights, recipe: Recipe, training: ImageSet, threads: Int = 2
    ) throws(TrainingError) {
        guard training.shape == network.input else { throw .imagesDoNotFit(images: training.shape, input: network.input) }
        self.init(
            try IntegerNetwork(network, packed: packed), transform: InputTransform(recipe: recipe, training: training),
            threads: threads)
    }

    /// Takes a network as it is.
    init(_ network: IntegerNetwork, transform: InputTransform, threads: Int) {
        self.network = network
        self.transform = transform
        self.threads = max(1, threads)
    }

    /// Predicts the classes of images.
    ///
    /// - Throws: `TrainingError.imagesDoNotFit` or `TrainingError.outputsDoNotFit` for images of another kind.
    public func evaluate(_ images: ImageSet) async throws(TrainingError) -> Evaluation {
        try check(images)
        let input = IntegerInput(images: images, transform: transform, format: network.input)
        let parts = parts(of: Array(0..<images.count))
        let predictions = await withTaskGroup(of: (Int, [UInt8]).self) { group in
            for (index, part) in parts.enumerated() {
                group.addTask { (index, Self.predictions(part, input: input, network: network)) }
            }
            var predictions = [[UInt8]](repeating: [], count: parts.count)
            for await (index, part) in group { predictions[index] = part }
            return predictions
        }
        return Evaluation(predictions: predictions.flatMap { $0 }, labels: images.labels, classCount: images.classCount)
    }

    /// Checks that images are of the network's kind.
    func check(_ images: ImageSet) throws(TrainingError) {
        let network = network.network
        guard images.shape == network.input else { throw .imagesDoNotFit(images: images.shape, input: network.input) }
        guard network.output.count == images.classCount else {
            throw .outputsDoNotFit(output: network.output, classCount: images.classCount)
        }
    }

    /// Cuts images into one part a thread.
    func parts(of indices: [Int]) -> [ArraySlice<Int>] {
        let share = max(1, (indices.count + threads - 1) / threads)
        return stride(from: 0, to: indices.count, by: share).map { indices[$0..<min($0 + share, indices.count)] }
    }

    private static func predictions(_ indices: ArraySlice<Int>, input: IntegerInput, network: IntegerNetwork) -> [UInt8] {
        var pass = IntegerPass(network)
        var (values, codes): ([Float], [Int32]) = ([], [])
        var predictions: [UInt8] = []
        for batch in indices.batches(of: imagesOfPass) {
            _ = input.write(batch, values: &values, codes: &codes)
            let scores = pass.classScores(codes, images: batch.count)
            predictions += (0..<batch.count).map { Self.prediction(scores, image: $0, of: batch.count) }
        }
        return predictions
    }

    /// The class of the largest score of an image, the first of equal ones, as in the simulation.
    static func prediction(_ scores: [Int128], image: Int, of images: Int) -> UInt8 {
        let count = scores.count / max(1, images)
        let own = scores[(image * count)..<((image + 1) * count)]
        let best = own.indices.max { own[$0] < own[$1] || (own[$0] == own[$1] && $0 > $1) } ?? own.startIndex
        return UInt8(truncatingIfNeeded: best - own.startIndex)
    }
}

extension ArraySlice<Int> {
    /// The elements in order, in parts of a size, the last of which may be smaller.
    func batches(of size: Int) -> [ArraySlice<Int>] {
        stride(from: startIndex, to: endIndex, by: size).map { self[$0..<Swift.min($0 + size, endIndex)] }
    }
}
