import Precision
import Recipes

extension ExperimentRecord: Codable {
    enum CodingKeys: String, CodingKey {
        case key, status, reason, network, dataset, precision, radix, seed, recipe, epochs, seconds, history, cpu, threads
        case quantization, arithmetic
        case networkFingerprint = "network_fingerprint"
        case recipeSettings = "recipe_settings"
        case testAccuracyPercent = "test_accuracy_percent"
        case validationAccuracyPercent = "validation_accuracy_percent"
        case testImages = "test_images"
        case imagesPerSecond = "images_per_second"
        case weightsSHA256 = "weights_sha256"
        case datasetSHA256 = "dataset_sha256"
        case parentKey = "parent_key"
        case engineVersion = "engine_version"
        case createdAt = "created_at"
    }

    /// Reads a record.
    ///
    /// - Throws: `DecodingError` for a value that is missing or of another type, and for a key that is not its spec's.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let spec = ExperimentSpec(
            network: try fields.decode(String.self, forKey: .network),
            networkFingerprint: try fields.decode(String.self, forKey: .networkFingerprint),
            dataset: try fields.decode(String.self, forKey: .dataset),
            precision: try fields.decode(Precision.self, forKey: .precision),
            radix: try fields.decode(RadixPolicy.self, forKey: .radix),
            recipe: try fields.decode(Recipe.self, forKey: .recipeSettings),
            seed: try fields.decode(UInt64.self, forKey: .seed))
        guard try fields.decode(String.self, forKey: .key) == spec.key else {
            throw DecodingError.dataCorruptedError(
                forKey: .key, in: fields, debugDescription: "the key is not that of the experiment it stands with")
        }
        self.init(
            spec: spec, status: try fields.decode(ExperimentStatus.self, forKey: .status),
            engineVersion: try fields.decode(String.self, forKey: .engineVersion),
            cpu: try fields.decode(String.self, forKey: .cpu), threads: try fields.decode(Int.self, forKey: .threads),
            createdAt: try fields.decode(String.self, forKey: .createdAt))
        try readOutcome(from: fields)
    }

    private mutating func readOutcome(from fields: KeyedDecodingContainer<CodingKeys>) throws {
        reason = try fields.decode(String?.self, forKey: .reason)
        testAccuracyPercent = try fields.decode(Double?.self, forKey: .testAccuracyPercent)
        validationAccuracyPercent = try fields.decode(Double?.self, forKey: .validationAccuracyPercent)
        testImages = try fields.decode(Int?.self, forKey: .testImages)
        epochs = try fields.decode(Int.self, forKey: .epochs)
        history = try fields.decode([EpochRecord].self, forKey: .history)
        seconds = try fields.decode(Double?.self, forKey: .seconds)
        imagesPerSecond = try fields.decode(Double?.self, forKey: .imagesPerSecond)
        weightsSHA256 = try fields.decode(String?.self, forKey: .weightsSHA256)
        datasetSHA256 = try fields.decode(String?.self, forKey: .datasetSHA256)
        parentKey = try fields.decode(String?.self, forKey: .parentKey)
        quantizationJSON = try fields.decode(JSONTree?.self, forKey: .quantization)?.text
        // Records of older versions have no such key.
        arithmetic = try fields.decodeIfPresent(ArithmeticReport.self, forKey: .arithmetic)
    }

    /// Writes a record with every key of the command line's contract; what is not known is null.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(key, forKey: .key)
        try fields.encode(status, forKey: .status)
        try fields.encode(reason, forKey: .reason)
        try fields.encode(spec.network, forKey: .network)
        try fields.encode(spec.networkFingerprint, forKey: .networkFingerprint)
        try fields.encode(spec.dataset, forKey: .dataset)
        try fields.encode(spec.precision, forKey: .precision)
        try fields.encode(spec.radix, forKey: .radix)
        try fields.encode(spec.seed, forKey: .seed)
        try fields.encode(spec.recipe.name, forKey: .recipe)
        try fields.encode(spec.recipe, forKey: .recipeSettings)
        try fields.encode(testAccuracyPercent, forKey: .testAccuracyPercent)
        try fields.encode(validationAccuracyPercent, forKey: .validationAccuracyPercent)
        try fields.encode(testImages, forKey: .testImages)
        try fields.encode(epochs, forKey: .epochs)
        try fields.encode(history, forKey: .history)
        try fields.encode(seconds, forKey: .seconds)
        try fields.encode(imagesPerSecond, forKey: .imagesPerSecond)
        try fields.encode(weightsSHA256, forKey: .weightsSHA256)
        try fields.encode(datasetSHA256, forKey: .datasetSHA256)
        try fields.encode(parentKey, forKey: .parentKey)
        try fields.encode(quantizationJSON.flatMap(JSONTree.init(text:)), forKey: .quantization)
        try fields.encode(arithmetic, forKey: .arithmetic)
        try fields.encode(engineVersion, forKey: .engineVersion)
        try fields.encode(cpu, forKey: .cpu)
        try fields.encode(threads, forKey: .threads)
        try fields.encode(createdAt, forKey: .createdAt)
    }
}
