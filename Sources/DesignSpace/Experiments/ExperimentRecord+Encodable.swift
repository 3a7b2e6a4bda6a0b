import Recipes

extension ExperimentRecord: Encodable {
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
