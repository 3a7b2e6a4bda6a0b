import Networks
import Precision
import Recipes

/// A run of training, driven by its user: each call of `next` trains for a moment and tells what happened.
///
/// The same job, images and parent give the same parameters to the bit, on any number of threads, and however often the run was
/// stopped and resumed from a checkpoint, on the same kind of processor (other processors have kernels that add in another order).
/// To stop, take `checkpoint()` after any `next()` and leave.
public struct TrainingSession: Sendable {
    /// The job.
    public let job: TrainingJob
    /// The radix points and scales; nil for float32.
    public let quantization: QuantizationPlan?
    /// The batches of an epoch; images that do not fill a batch are left out, other ones in each epoch.
    public let batches: Int
    /// The number of images that are trained with.
    public var trainingImages: Int { training.count }
    /// The number of test images used for validation.
    public var validationImages: Int { split.validation.count }
    /// The number of test images behind the reported accuracy.
    public var testImages: Int { split.test.count }
    /// The epochs of the run.
    public var epochs: Int { job.phase.epochs }
    /// The batches that are done of the epoch behind the finished ones.
    public var finishedBatches: Int { state.batch }
    /// Every finished epoch, those before a resume included.
    public var history: [EpochResult] { state.history }

    /// The time between two events, about.
    static let eventInterval: Duration = .milliseconds(250)
    /// The time between two checkpoints within an epoch.
    static let checkpointInterval: Duration = .seconds(60)

    let training: ImageSet
    let test: ImageSet
    let split: ValidationSplit
    let layout: ParameterLayout
    let transform: InputTransform
    let rounding: ParameterRounding
    let learningRate: LearningRate
    let pool: ShardPool
    let imagesFingerprint: UInt64

    var state: SessionState
    var optimiser: GradientDescent
    var order: [Int] = []
    var orderEpoch = -1
    /// Memory for the rounded parameters; empty for float32.
    var rounded: [Float]
    var pending: [SessionEvent] = []
    var outcome: TrainingOutcome?
    var notFinite: NonConvergence?
    var lastCheckpoint = ContinuousClock.now

    /// Makes ready to train: checks that everything fits, calibrates, and builds kernels.
    ///
    /// - Parameters:
    ///   - job: what to train.
    ///   - training: the images to train with, at least one batch.
    ///   - test: the images for validation and test.
    ///   - parent: the float32 parent's weights; needed by every other precision unless there is a checkpoint, not used by float32.
    ///   - checkpoint: bytes of an earlier session of the same job and images, to go on from.
    ///   - threads: how many threads may work at once; they have no influence on the result.
    /// - Throws: `TrainingError`.
    public init(
        _ job: TrainingJob, training: ImageSet, test: ImageSet, parent: TrainedWeights? = nil, checkpoint: [UInt8]? = nil,
        threads: Int = 2
    ) async throws(TrainingError) {
        try job.check(training: training, test: test)
        self.job = job
        self.training = training
        self.test = test
        batches = training.count / job.recipe.batchSize
        split = try ValidationSplit(labels: test.labels, classCount: test.classCount, seed: job.seed)
        layout = try ParameterLayout(job.network)
        transform = InputTransform(recipe: job.recipe, training: training)
        imagesFingerprint = Self.fingerprint(training, test)
        learningRate = LearningRate(phase: job.phase, stepsPerEpoch: batches)
        if let checkpoint {
            let saved = try Checkpoint(
                decoding: checkpoint, job: job.fingerprint, images: imagesFingerprint, layout: layout, epochs: job.phase.epochs,
                batches: batches)
            guard (saved.plan == nil) == (job.precision == .float32) else {
                throw .quantizationDoesNotFit(problem: "the checkpoint's are for another precision")
            }
            quantization = saved.plan
            state = saved.state
            optimiser = GradientDescent(recipe: job.recipe, layout: layout, velocities: saved.velocities)
        } else {
            let parameters = try Self.start(job, layout: layout, parent: parent)
            quantization = try await Calibrator(job: job, layout: layout)
                .plan(parameters: parameters, images: training, transform: transform)
            state = SessionState(parameters: parameters)
            optimiser = GradientDescent(recipe: job.recipe, layout: layout)
        }
        rounding = try ParameterRounding(layout: layout, plan: quantization)
        pool = try ShardPool(
            network: job.network, layout: layout, batchSize: job.recipe.batchSize, plan: quantization, trains: true,
            threads: threads)
        rounded = quantization == nil ? [] : [Float](repeating: 0, count: layout.count)
    }

    private static func start(
        _ job: TrainingJob, layout: ParameterLayout, parent: TrainedWeights?
    ) throws(TrainingError) -> [Float] {
        guard job.precision != .float32 else { return layout.initialParameters(seed: job.seed) }
        guard let parent else { throw .parentMissing(precision: job.precision.name) }
        return try parent.parameters(for: layout)
    }

    private static func fingerprint(_ training: ImageSet, _ test: ImageSet) -> UInt64 {
        var checksum = Checksum()
        for images in [training, test] {
            images.labels.withUnsafeBytes { checksum.add($0) }
            images.pixels.withUnsafeBytes { checksum.add($0) }
        }
        return checksum.value
    }

    /// The whole state between two batches, for `init`.
    public func checkpoint() -> [UInt8] {
        Checkpoint(
            job: job.fingerprint, images: imagesFingerprint, plan: quantization, state: state,
            velocities: optimiser.velocities
        ).encoded()
    }
}
