/// What a worker says while it trains: one line of JSON each, on its standard output.
public enum TrainingEvent: Hashable, Sendable {
    /// Another process is at this experiment; the worker waits for it to end.
    case waiting(processIdentifier: Int)
    /// The worker has its data and starts, or goes on behind an epoch that was finished before.
    case started(key: String, epochs: Int, finishedEpochs: Int, trainingImages: Int)
    /// A few more batches are done.
    case progress(TrainingProgress)
    /// An epoch is done, and in the store.
    case epoch(EpochRecord)
    /// A checkpoint was written behind so many finished epochs and batches of the next.
    case checkpoint(epoch: Int, batch: Int)
    /// The experiment has its result, which is in the store; a result without an accuracy has none to say.
    case finished(key: String, status: ExperimentStatus, testAccuracyPercent: Double?, testImages: Int?)
    /// The worker reruns the inference of finished experiments.
    case evaluation(EvaluationEvent)
    /// The weights of a finished experiment were written in as few bits as they have.
    case packed(key: String)
    /// The worker stopped at a checkpoint because it was asked to.
    case interrupted
    /// The worker could not go on; the exit status says of what kind.
    case failed(message: String)
}

extension TrainingEvent: Codable {
    /// The name of an event in JSON, under the key `event`.
    enum Name: String, Codable {
        case waiting, started, progress, epoch, checkpoint, finished, packed, interrupted, failed
    }

    enum CodingKeys: String, CodingKey {
        case event, key, epoch, epochs, batch, status, message
        case processIdentifier = "process_identifier"
        case finishedEpochs = "finished_epochs"
        case trainingImages = "training_images"
        case testAccuracyPercent = "test_accuracy_percent"
        case testImages = "test_images"
    }

    /// Reads an event by its name.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        if (try? fields.decode(EvaluationEvent.Name.self, forKey: .event)) != nil {
            self = .evaluation(try EvaluationEvent(from: decoder))
            return
        }
        func integer(_ key: CodingKeys) throws -> Int { try fields.decode(Int.self, forKey: key) }
        switch try fields.decode(Name.self, forKey: .event) {
        case .waiting: self = .waiting(processIdentifier: try integer(.processIdentifier))
        case .started:
            self = .started(
                key: try fields.decode(String.self, forKey: .key), epochs: try integer(.epochs),
                finishedEpochs: try integer(.finishedEpochs), trainingImages: try integer(.trainingImages))
        case .progress: self = .progress(try TrainingProgress(from: decoder))
        case .epoch: self = .epoch(try EpochRecord(from: decoder))
        case .checkpoint: self = .checkpoint(epoch: try integer(.epoch), batch: try integer(.batch))
        case .finished:
            self = .finished(
                key: try fields.decode(String.self, forKey: .key),
                status: try fields.decode(ExperimentStatus.self, forKey: .status),
                testAccuracyPercent: try fields.decode(Double?.self, forKey: .testAccuracyPercent),
                testImages: try fields.decode(Int?.self, forKey: .testImages))
        case .packed: self = .packed(key: try fields.decode(String.self, forKey: .key))
        case .interrupted: self = .interrupted
        case .failed: self = .failed(message: try fields.decode(String.self, forKey: .message))
        }
    }

    /// Writes an event as one flat object with its name.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try name.map { try fields.encode($0, forKey: .event) }
        switch self {
        case .waiting(let processIdentifier): try fields.encode(processIdentifier, forKey: .processIdentifier)
        case .started(let key, let epochs, let finishedEpochs, let trainingImages):
            try fields.encode(key, forKey: .key)
            try fields.encode(epochs, forKey: .epochs)
            try fields.encode(finishedEpochs, forKey: .finishedEpochs)
            try fields.encode(trainingImages, forKey: .trainingImages)
        case .progress(let progress): try progress.encode(to: encoder)
        case .epoch(let record): try record.encode(to: encoder)
        case .checkpoint(let epoch, let batch):
            try fields.encode(epoch, forKey: .epoch)
            try fields.encode(batch, forKey: .batch)
        case .finished(let key, let status, let testAccuracyPercent, let testImages):
            try fields.encode(key, forKey: .key)
            try fields.encode(status, forKey: .status)
            try fields.encode(testAccuracyPercent, forKey: .testAccuracyPercent)
            try fields.encode(testImages, forKey: .testImages)
        case .evaluation(let event): try event.encode(to: encoder)
        case .packed(let key): try fields.encode(key, forKey: .key)
        case .interrupted: break
        case .failed(let message): try fields.encode(message, forKey: .message)
        }
    }

    /// The name of the event; nil for one that writes its own.
    private var name: Name? {
        switch self {
        case .waiting: .waiting
        case .started: .started
        case .progress: .progress
        case .epoch: .epoch
        case .checkpoint: .checkpoint
        case .finished: .finished
        case .evaluation: nil
        case .packed: .packed
        case .interrupted: .interrupted
        case .failed: .failed
        }
    }
}
