import Precision

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
    /// The number of finished epochs, also where the history was not read.
    public var epochs: Int
    /// The share of the run that is done, from 0 to 1, as the queue has it; nil where finished epochs alone are known. Records in files have
    /// none.
    public var shareDone: Double?
    /// Every finished epoch; empty in a list that was read without histories.
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
    /// What integers made of it, as the JSON of an `ArithmeticReport`; nil for float32, and where it was not measured.
    public var arithmeticJSON: String?
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
        self.init(
            key: spec.key, spec: spec, status: status, engineVersion: engineVersion, cpu: cpu, threads: threads,
            createdAt: createdAt)
        parentKey = spec.parent?.key
    }

    /// Makes the record of an experiment whose key is known already, for a store that has kept it.
    public init(
        key: String, spec: ExperimentSpec, status: ExperimentStatus, engineVersion: String, cpu: String, threads: Int,
        createdAt: String
    ) {
        self.key = key
        self.spec = spec
        self.status = status
        epochs = 0
        history = []
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
