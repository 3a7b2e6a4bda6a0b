import DesignSpace
import Networks
import Training

/// A finished experiment's network with its weights, ready to be run over images.
struct Subject: Sendable {
    /// What came out over some images.
    struct Score {
        var images = 0
        var correct = 0
        var differing = 0
        var exact = 0

        mutating func add(_ other: Score) {
            images += other.images
            correct += other.correct
            differing += other.differing
            exact += other.exact
        }
    }

    private enum Inference: Sendable {
        case integer(ArithmeticExaminer)
        case float(Classifier)
    }

    private let record: ExperimentRecord
    private let inference: Inference

    /// The experiment's key.
    var key: String { record.key }

    /// Makes a record's network ready.
    ///
    /// - Throws: `TrainingError` if its weights are not this network's, `DecodingError` if its radix points cannot be read.
    init(_ record: ExperimentRecord, network: Network, weights: TrainedWeights, training: ImageSet, threads: Int) throws {
        self.record = record
        let recipe = record.spec.recipe
        guard let plan = try record.quantizationPlan() else {
            inference = .float(
                try Classifier(
                    network: network, weights: weights, quantization: nil, recipe: recipe, training: training, threads: threads))
            return
        }
        inference = .integer(
            try ArithmeticExaminer(
                network: network, weights: weights, quantization: plan, recipe: recipe, training: training, threads: threads))
    }

    /// Runs it over images.
    func score(on images: ImageSet) async throws(TrainingError) -> Score {
        switch inference {
        case .float(let classifier):
            return Score(images: images.count, correct: try await classifier.evaluate(images).correct)
        case .integer(let examiner):
            let found = try await examiner.examine(images)
            return Score(
                images: found.images, correct: found.correct, differing: found.imagesDiffering, exact: found.imagesBelowLimitEqual)
        }
    }

    /// What is said of a score over all images.
    func result(_ score: Score, imagesPerSecond: Double) -> EvaluationResult {
        let isInteger = if case .integer = inference { true } else { false }
        return EvaluationResult(
            key: key, path: isInteger ? .integer : .float, images: score.images, correct: score.correct,
            recordedAccuracyPercent: record.testAccuracyPercent, differing: isInteger ? score.differing : nil,
            exact: isInteger ? score.exact : nil, imagesPerSecond: imagesPerSecond)
    }
}
