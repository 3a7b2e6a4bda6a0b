/// What a session has to tell.
public enum SessionEvent: Sendable {
    /// A few more batches are done.
    case progress(BatchProgress)
    /// An epoch is done.
    case epoch(EpochResult)
    /// A state worth keeping: behind each epoch, and at least once a minute within an epoch.
    case checkpoint([UInt8])
    /// The run is over.
    case finished(TrainingOutcome)
}

/// How far a run is within an epoch.
public struct BatchProgress: Hashable, Sendable {
    /// The epoch, counted from 1.
    public let epoch: Int
    /// The epochs of the run.
    public let epochs: Int
    /// The batches of this epoch that are done.
    public let batch: Int
    /// The batches of an epoch.
    public let batches: Int
    /// The mean loss since the last progress.
    public let loss: Double
    /// Training images a second since the last progress.
    public let imagesPerSecond: Double
    /// The time that the rest of the run takes at this rate, in seconds.
    public let secondsLeft: Double
}

/// One finished epoch.
public struct EpochResult: Hashable, Sendable {
    /// The epoch, counted from 1.
    public let epoch: Int
    /// The mean loss over the epoch's training images.
    public let trainingLoss: Double
    /// The accuracy on the validation images behind the epoch, in percent.
    public let validationAccuracyPercent: Double
    /// The learning rate of the epoch's last step.
    public let learningRate: Double
    /// The time that the epoch took, validation included, in seconds; over interruptions, the time of work.
    public let seconds: Double
}

/// What came out of a run.
public struct TrainingOutcome: Hashable, Sendable {
    /// The full-precision parameters of the best epoch; a low-precision child starts from a float32 network's.
    ///
    /// Without a finished epoch those of the last batch, which need not be finite.
    public let weights: TrainedWeights
    /// The radix points and scales; nil for float32.
    public let quantization: QuantizationPlan?
    /// The epoch of the highest validation accuracy, the last of equal ones, counted from 1; 0 if none was finished.
    public let bestEpoch: Int
    /// The accuracy of the best epoch on the validation images, in percent; nil if none was finished.
    public let validationAccuracyPercent: Double?
    /// The number of validation images.
    public let validationImages: Int
    /// The predictions for the test images that were not used for validation.
    public let test: Evaluation
    /// Every finished epoch.
    public let history: [EpochResult]
    /// Why the run counts as not converged; nil if it converged.
    public let notConverged: NonConvergence?

    /// The accuracy on the test images that were not used for validation, in percent.
    public var testAccuracyPercent: Double { test.accuracyPercent }

    /// The number of images behind the test accuracy.
    public var testImages: Int { test.count }
}
