import Datasets
import DesignSpace
import Training

extension ImageSet {
    /// A part of a data set as the engine takes it.
    init(_ images: LabelledImages, of dataset: ImageDataset) throws(TrainingError) {
        try self.init(shape: dataset.imageShape, classCount: dataset.classCount, pixels: images.pixels, labels: images.labels)
    }
}

extension EpochRecord {
    /// The record of an epoch that the engine has finished.
    init(_ result: EpochResult) {
        self.init(
            epoch: result.epoch, trainingLoss: result.trainingLoss, validationAccuracyPercent: result.validationAccuracyPercent,
            learningRate: result.learningRate, seconds: result.seconds)
    }
}

extension TrainingProgress {
    /// The progress that the engine reports.
    init(_ progress: BatchProgress) {
        self.init(
            epoch: progress.epoch, epochs: progress.epochs, batch: progress.batch, batches: progress.batches, loss: progress.loss,
            imagesPerSecond: progress.imagesPerSecond, secondsLeft: progress.secondsLeft)
    }
}
