/// How far a run is, in the middle of an epoch.
public struct TrainingProgress: Hashable, Sendable {
    /// The epoch, counted from 1.
    public let epoch: Int
    /// The epochs of the run.
    public let epochs: Int
    /// Batches of this epoch that are done.
    public let batch: Int
    /// Batches of an epoch.
    public let batches: Int
    /// The mean loss since the last event; infinite if it was not a number.
    public let loss: Double
    /// Training images a second since the last event.
    public let imagesPerSecond: Double
    /// The time that is left at this rate, in seconds; infinite while there is no rate.
    public let secondsLeft: Double

    /// Makes a progress.
    public init(
        epoch: Int, epochs: Int, batch: Int, batches: Int, loss: Double, imagesPerSecond: Double, secondsLeft: Double
    ) {
        self.epoch = epoch
        self.epochs = epochs
        self.batch = batch
        self.batches = batches
        self.loss = loss.isNaN ? .infinity : loss
        self.imagesPerSecond = imagesPerSecond.isFinite ? imagesPerSecond : 0
        self.secondsLeft = secondsLeft.isNaN ? .infinity : secondsLeft
    }

    /// The share of the run that is done, from 0 to 1.
    public var fraction: Double {
        guard epochs > 0, batches > 0 else { return 0 }
        return min(max((Double(epoch) - 1 + Double(batch) / Double(batches)) / Double(epochs), 0), 1)
    }
}

extension TrainingProgress: Codable {
    enum CodingKeys: String, CodingKey {
        case epoch, epochs, batch, batches, loss
        case imagesPerSecond = "images_per_second"
        case secondsLeft = "seconds_left"
    }

    /// Reads a progress; null is an infinite loss or time.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            epoch: try fields.decode(Int.self, forKey: .epoch), epochs: try fields.decode(Int.self, forKey: .epochs),
            batch: try fields.decode(Int.self, forKey: .batch), batches: try fields.decode(Int.self, forKey: .batches),
            loss: try fields.decode(Double?.self, forKey: .loss) ?? .infinity,
            imagesPerSecond: try fields.decode(Double.self, forKey: .imagesPerSecond),
            secondsLeft: try fields.decode(Double?.self, forKey: .secondsLeft) ?? .infinity)
    }

    /// Writes a progress; what is not finite, which JSON cannot hold, is null.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(epoch, forKey: .epoch)
        try fields.encode(epochs, forKey: .epochs)
        try fields.encode(batch, forKey: .batch)
        try fields.encode(batches, forKey: .batches)
        try fields.encode(loss.isFinite ? loss : nil, forKey: .loss)
        try fields.encode(imagesPerSecond, forKey: .imagesPerSecond)
        try fields.encode(secondsLeft.isFinite ? secondsLeft : nil, forKey: .secondsLeft)
    }
}
