/// What a worker says while it trains: one line of JSON each, on its standard output.
public enum TrainingEvent: Hashable, Sendable, Codable {
    /// The worker has its data and starts, or goes on behind an epoch that was finished before.
    case started(key: String, epochs: Int, finishedEpochs: Int, trainingImages: Int)
    /// A few more batches are done.
    case progress(TrainingProgress)
    /// An epoch is done.
    case epoch(EpochRecord)
    /// A checkpoint was written.
    case checkpoint(epoch: Int, batch: Int)
    /// The experiment has its result, which is in the store.
    case finished(status: ExperimentStatus, testAccuracyPercent: Double, testImages: Int)
    /// The worker stopped at a checkpoint because it was asked to.
    case interrupted
    /// The worker could not go on; the exit status says of what kind.
    case failed(message: String)
}

/// How far a run is, in the middle of an epoch.
public struct TrainingProgress: Hashable, Sendable, Codable {
    /// The epoch, counted from 1.
    public let epoch: Int
    /// The epochs of the run.
    public let epochs: Int
    /// Batches of this epoch that are done.
    public let batch: Int
    /// Batches of an epoch.
    public let batches: Int
    /// The mean loss since the last event.
    public let loss: Double
    /// Training images a second since the last event.
    public let imagesPerSecond: Double
    /// The time that is left at this rate, in seconds.
    public let secondsLeft: Double

    /// Makes a progress.
    public init(
        epoch: Int, epochs: Int, batch: Int, batches: Int, loss: Double, imagesPerSecond: Double, secondsLeft: Double
    ) {
        self.epoch = epoch
        self.epochs = epochs
        self.batch = batch
        self.batches = batches
        self.loss = loss
        self.imagesPerSecond = imagesPerSecond
        self.secondsLeft = secondsLeft
    }

    /// The share of the run that is done, from 0 to 1.
    public var fraction: Double {
        guard epochs > 0, batches > 0 else { return 0 }
        return (Double(epoch - 1) + Double(batch) / Double(batches)) / Double(epochs)
    }
}
