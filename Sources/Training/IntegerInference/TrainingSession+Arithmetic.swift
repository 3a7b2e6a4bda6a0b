extension TrainingSession {
    /// The most test images that integers and simulation are compared on at the end of a run.
    public static let mostExaminedImages = 1_000

    /// The most of these whose accumulators are traced.
    public static let mostTracedImages = 64

    /// All images for validation and test.
    public var testSet: ImageSet { test }

    /// The test images on which integers and simulation are compared, chosen at random by the seed from those of the reported
    /// accuracy.
    public var examinedImages: [Int] {
        var random = RandomSource(seed: job.seed, purpose: .arithmetic)
        var chosen = split.test
        random.shuffle(&chosen)
        return Array(chosen.prefix(Self.mostExaminedImages))
    }

    /// What holds the outcome's inference in integers against its simulation.
    ///
    /// - Parameter outcome: what came out of this session.
    /// - Returns: nil for float32, and for weights that are not finite or whose sums could need more bits than integers have here.
    /// - Throws: `TrainingError.quantizationDoesNotFit` for another network's outcome.
    public func examiner(of outcome: TrainingOutcome) throws(TrainingError) -> ArithmeticExaminer? {
        guard let plan = outcome.quantization else { return nil }
        do throws(TrainingError) {
            return try ArithmeticExaminer(
                network: job.network, weights: outcome.weights, plan: plan, transform: transform, threads: pool.threads)
        } catch {
            switch error {
            case .weightsDoNotFit, .accumulatorTooWide: return nil
            default: throw error
            }
        }
    }
}
