/// What a worker says while it reruns the inference of finished experiments.
public enum EvaluationEvent: Hashable, Sendable {
    /// It has the weights of an experiment and so many images to run them over.
    case started(key: String, images: Int)
    /// So many of the images are done.
    case progress(key: String, done: Int, images: Int)
    /// The inference of an experiment is done.
    case finished(EvaluationResult)
    /// An experiment cannot be evaluated, for a reason; the next one follows.
    case skipped(key: String, message: String)

    /// The experiment's key.
    public var key: String {
        switch self {
        case .started(let key, _), .progress(let key, _, _), .skipped(let key, _): key
        case .finished(let result): result.key
        }
    }
}

extension EvaluationEvent: Codable {
    /// The name of an event in JSON, under the key `event`.
    enum Name: String, Codable {
        case started = "evaluating"
        case progress = "evaluation_progress"
        case finished = "evaluated"
        case skipped = "not_evaluated"
    }

    enum CodingKeys: String, CodingKey {
        case event, key, images, done, message
    }

    /// Reads an event by its name.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let key = try fields.decode(String.self, forKey: .key)
        switch try fields.decode(Name.self, forKey: .event) {
        case .started: self = .started(key: key, images: try fields.decode(Int.self, forKey: .images))
        case .progress:
            self = .progress(
                key: key, done: try fields.decode(Int.self, forKey: .done), images: try fields.decode(Int.self, forKey: .images))
        case .finished: self = .finished(try EvaluationResult(from: decoder))
        case .skipped: self = .skipped(key: key, message: try fields.decode(String.self, forKey: .message))
        }
    }

    /// Writes an event as one flat object with its name.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(key, forKey: .key)
        switch self {
        case .started(_, let images):
            try fields.encode(Name.started, forKey: .event)
            try fields.encode(images, forKey: .images)
        case .progress(_, let done, let images):
            try fields.encode(Name.progress, forKey: .event)
            try fields.encode(done, forKey: .done)
            try fields.encode(images, forKey: .images)
        case .finished(let result):
            try fields.encode(Name.finished, forKey: .event)
            try result.encode(to: encoder)
        case .skipped(_, let message):
            try fields.encode(Name.skipped, forKey: .event)
            try fields.encode(message, forKey: .message)
        }
    }
}
