/// One epoch of a run.
public struct EpochRecord: Hashable, Sendable {
    /// The epoch, counted from 1.
    public let epoch: Int
    /// The mean loss of the epoch's steps; infinite if it was not a number.
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
        // A record has to equal itself, which one that holds a NaN does not.
        self.trainingLoss = trainingLoss.isNaN ? .infinity : trainingLoss
        self.validationAccuracyPercent = validationAccuracyPercent
        self.learningRate = learningRate
        self.seconds = seconds
    }
}

extension EpochRecord: Codable {
    enum CodingKeys: String, CodingKey {
        case epoch, seconds
        case trainingLoss = "training_loss"
        case validationAccuracyPercent = "validation_accuracy_percent"
        case learningRate = "learning_rate"
    }

    /// Reads an epoch; a loss of null is infinite.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            epoch: try fields.decode(Int.self, forKey: .epoch),
            trainingLoss: try fields.decode(Double?.self, forKey: .trainingLoss) ?? .infinity,
            validationAccuracyPercent: try fields.decode(Double.self, forKey: .validationAccuracyPercent),
            learningRate: try fields.decode(Double.self, forKey: .learningRate),
            seconds: try fields.decode(Double.self, forKey: .seconds))
    }

    /// Writes an epoch; a loss that is not finite, which JSON cannot hold, is null.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(epoch, forKey: .epoch)
        try fields.encode(trainingLoss.isFinite ? trainingLoss : nil, forKey: .trainingLoss)
        try fields.encode(validationAccuracyPercent, forKey: .validationAccuracyPercent)
        try fields.encode(learningRate, forKey: .learningRate)
        try fields.encode(seconds, forKey: .seconds)
    }
}
