/// What came out of running a finished experiment's weights over its test images again.
public struct EvaluationResult: Hashable, Sendable, Codable {
    /// How inference was computed.
    public enum Path: String, Hashable, Sendable, Codable {
        /// In integers alone, as the accelerator would: low-precision networks.
        case integer
        /// In single precision: float32 networks.
        case float
    }

    /// The experiment's key.
    public let key: String
    /// How inference was computed.
    public let path: Path
    /// The test images, those of the reported accuracy.
    public let images: Int
    /// Those whose class was predicted.
    public let correct: Int
    /// The accuracy that the record has, in percent.
    public let recordedAccuracyPercent: Double?
    /// The images to which the simulation gives another class than integers do; nil for float32.
    public let differing: Int?
    /// The images whose sums stayed below 2^24 steps, and whose class scores were found to be the simulation's bits; nil for
    /// float32.
    public let exact: Int?
    /// Images a second.
    public let imagesPerSecond: Double

    /// The accuracy found, in percent; 0 without images.
    public var accuracyPercent: Double { images > 0 ? 100 * Double(correct) / Double(images) : 0 }

    /// Whether the record's accuracy is what its weights give, but for the images on which integers and simulation differ.
    public var agrees: Bool {
        guard let recordedAccuracyPercent else { return false }
        let differing = Double(differing ?? 0)
        return abs(accuracyPercent - recordedAccuracyPercent) * Double(images) <= 100 * differing + 1e-6 * Double(images)
    }

    /// Makes a result.
    public init(
        key: String, path: Path, images: Int, correct: Int, recordedAccuracyPercent: Double?, differing: Int?, exact: Int?,
        imagesPerSecond: Double
    ) {
        self.key = key
        self.path = path
        self.images = images
        self.correct = correct
        self.recordedAccuracyPercent = recordedAccuracyPercent
        self.differing = differing
        self.exact = exact
        self.imagesPerSecond = imagesPerSecond
    }

    enum CodingKeys: String, CodingKey {
        case key, path, images, correct, differing, exact
        case accuracyPercent = "accuracy_percent"
        case recordedAccuracyPercent = "recorded_accuracy_percent"
        case imagesPerSecond = "images_per_second"
    }

    /// Reads a result; the accuracy follows from its counts.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            key: try fields.decode(String.self, forKey: .key), path: try fields.decode(Path.self, forKey: .path),
            images: try fields.decode(Int.self, forKey: .images), correct: try fields.decode(Int.self, forKey: .correct),
            recordedAccuracyPercent: try fields.decode(Double?.self, forKey: .recordedAccuracyPercent),
            differing: try fields.decode(Int?.self, forKey: .differing), exact: try fields.decode(Int?.self, forKey: .exact),
            imagesPerSecond: try fields.decode(Double.self, forKey: .imagesPerSecond))
    }

    /// Writes a result with every key; what is not known is null.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(key, forKey: .key)
        try fields.encode(path, forKey: .path)
        try fields.encode(images, forKey: .images)
        try fields.encode(correct, forKey: .correct)
        try fields.encode(accuracyPercent, forKey: .accuracyPercent)
        try fields.encode(recordedAccuracyPercent, forKey: .recordedAccuracyPercent)
        try fields.encode(differing, forKey: .differing)
        try fields.encode(exact, forKey: .exact)
        try fields.encode(imagesPerSecond, forKey: .imagesPerSecond)
    }
}
