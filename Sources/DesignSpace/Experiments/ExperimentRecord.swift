import Precision

/// How far an experiment came.
public enum ExperimentStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// It ran to its end.
    case done
    /// It ran to its end and learned nothing: a result, as NA in the paper.
    case notConverged = "not converged"
    /// A worker is at it.
    case running
    /// It stopped at a checkpoint, from which it can go on.
    case interrupted
    /// It could not be run.
    case failed

    /// Whether the experiment has its result, which will not change again.
    public var isFinal: Bool { self == .done || self == .notConverged }
}

/// One epoch of a run.
public struct EpochRecord: Hashable, Sendable, Codable {
    /// The epoch, counted from 1.
    public let epoch: Int
    /// The mean loss of the epoch's steps.
    public let trainingLoss: Double
    /// Accuracy on the validation images behind the epoch, in percent.
    public let validationAccuracyPercent: Double
    /// The learning rate of the epoch's last step.
    public let learningRate: Double
    /// The time that the epoch took, in seconds.
    public let seconds: Double

    /// Makes an epoch's record.
    public init(
        epoch: Int, trainingLoss: Double, validationAccuracyPercent: Double, learningRate: Double, seconds: Double
    ) {
        self.epoch = epoch
        self.trainingLoss = trainingLoss
        self.validationAccuracyPercent = validationAccuracyPercent
        self.learningRate = learningRate
        self.seconds = seconds
    }

    enum CodingKeys: String, CodingKey {
        case epoch, seconds
        case trainingLoss = "training_loss"
        case validationAccuracyPercent = "validation_accuracy_percent"
        case learningRate = "learning_rate"
    }
}

/// An experiment and what came out of it; what is not known yet is nil.
public struct ExperimentRecord: Hashable, Sendable {
    /// The spec's key.
    public let key: String
    /// What was run.
    public let spec: ExperimentSpec
    /// How far it came.
    public var status: ExperimentStatus
    /// Why it did not converge or failed, for a person.
    public var reason: String?
    /// Accuracy on the test images that were not used for validation, in percent.
    public var testAccuracyPercent: Double?
    /// Accuracy of the best epoch on the validation images, in percent.
    public var validationAccuracyPercent: Double?
    /// The number of test images behind the test accuracy.
    public var testImages: Int?
    /// Every finished epoch.
    public var history: [EpochRecord]
    /// The time of all epochs, in seconds.
    public var seconds: Double?
    /// Training images a second, over all epochs.
    public var imagesPerSecond: Double?
    /// SHA-256 of the weights that were kept.
    public var weightsSHA256: String?
    /// SHA-256 of the data set's images and labels.
    public var datasetSHA256: String?
    /// The key of the experiment whose weights it started from.
    public var parentKey: String?
    /// Radix points and scales by layer, as JSON; nil for float32.
    public var quantizationJSON: String?
    /// The version of the program that ran it.
    public var engineVersion: String
    /// The processor that ran it.
    public var cpu: String
    /// Threads it ran on.
    public var threads: Int
    /// When it was first asked for, in UTC, as ISO 8601.
    public var createdAt: String

    /// Makes the record of an experiment that is about to run.
    public init(
        spec: ExperimentSpec, status: ExperimentStatus, engineVersion: String, cpu: String, threads: Int, createdAt: String
    ) {
        key = spec.key
        self.spec = spec
        self.status = status
        history = []
        parentKey = spec.parent?.key
        self.engineVersion = engineVersion
        self.cpu = cpu
        self.threads = threads
        self.createdAt = createdAt
    }

    /// The accuracy that the record stands for; nil while it has none.
    public var accuracy: Accuracy? {
        guard status.isFinal else { return nil }
        return Accuracy(
            percent: testAccuracyPercent, source: .measured, origin: "run \(key.prefix(12))", testImages: testImages, seeds: 1,
            converged: status == .done)
    }
}
