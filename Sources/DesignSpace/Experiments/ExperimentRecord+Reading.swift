import Precision
import Recipes

extension ExperimentRecord {
    /// How much of a record is read.
    public enum Extent: Sendable {
        /// All of it.
        case whole
        /// What lists and plots need: no history, and radix points and arithmetic as they stand in the text.
        case summary

        fileprivate var unread: [String] {
            switch self {
            case .whole: []
            case .summary: ["history", "quantization", "arithmetic", "recipe_settings"]
            }
        }
    }

    /// Reads a record from its JSON, as `line()` writes it.
    ///
    /// - Throws: `JSONProblem` for a value that is missing or of another type, and for a key that is not its spec's.
    public init(parsing bytes: [UInt8], _ extent: Extent = .whole) throws(JSONProblem) {
        var recipes = RecipeMemory()
        try self.init(parsing: bytes, extent, &recipes)
    }

    /// Reads one of several records, which have few recipes among them.
    public init(parsing bytes: [UInt8], _ extent: Extent, _ recipes: inout RecipeMemory) throws(JSONProblem) {
        let fields = try JSONFields(JSONTree(ofRecord: bytes, unread: extent.unread))
        let spec = try ExperimentSpec(fields, of: bytes, &recipes)
        let key = recipes.key(of: spec)
        guard try fields.text("key") == key else {
            throw fields.problem("the key is not that of the experiment it stands with", at: "key")
        }
        self.init(
            key: key, spec: spec, status: try fields.word("status", as: ExperimentStatus.self),
            engineVersion: try fields.text("engine_version"), cpu: try fields.text("cpu"), threads: try fields.whole("threads"),
            createdAt: try fields.text("created_at"))
        try readOutcome(from: fields)
        try readLayers(from: fields, extent)
    }

    private mutating func readOutcome(from fields: JSONFields) throws(JSONProblem) {
        reason = try fields.optionalText("reason")
        testAccuracyPercent = try fields.optionalNumber("test_accuracy_percent")
        validationAccuracyPercent = try fields.optionalNumber("validation_accuracy_percent")
        testImages = try fields.optionalWhole("test_images")
        epochs = try fields.whole("epochs")
        history = try Self.epochs(in: fields)
        seconds = try fields.optionalNumber("seconds")
        imagesPerSecond = try fields.optionalNumber("images_per_second")
        weightsSHA256 = try fields.optionalText("weights_sha256")
        datasetSHA256 = try fields.optionalText("dataset_sha256")
        parentKey = try fields.optionalText("parent_key")
    }

    /// Reads radix points and arithmetic; records of older versions have no arithmetic.
    private mutating func readLayers(from fields: JSONFields, _ extent: Extent) throws(JSONProblem) {
        quantizationJSON = fields.json("quantization")
        arithmeticJSON = fields.json("arithmetic")
        guard extent == .whole, arithmeticJSON != nil else { return }
        // The report is read for the sake of what could be wrong with it, and kept in the form in which all are.
        guard let report = arithmetic else { throw fields.problem("no report of inference in integers", at: "arithmetic") }
        arithmetic = report
    }

    private static func epochs(in fields: JSONFields) throws(JSONProblem) -> [EpochRecord] {
        var epochs: [EpochRecord] = []
        for epoch in try fields.objects("history") {
            epochs.append(
                EpochRecord(
                    epoch: try epoch.whole("epoch"), trainingLoss: try epoch.optionalNumber("training_loss") ?? .infinity,
                    validationAccuracyPercent: try epoch.number("validation_accuracy_percent"),
                    learningRate: try epoch.number("learning_rate"), seconds: try epoch.number("seconds")))
        }
        return epochs
    }
}

extension JSONTree {
    init(ofRecord bytes: [UInt8], unread: [String] = []) throws(JSONProblem) {
        do {
            try self.init(parsing: bytes, unread: unread)
        } catch {
            throw .syntax(error)
        }
    }
}

extension ExperimentSpec {
    fileprivate init(_ fields: JSONFields, of bytes: [UInt8], _ recipes: inout RecipeMemory) throws(JSONProblem) {
        let network = try fields.text("network")
        let precision: Precision
        let name = try fields.text("precision")
        do {
            precision = try Precision(parsing: name)
        } catch {
            throw fields.problem(error.description, at: "precision")
        }
        self.init(
            network: network, networkFingerprint: try fields.text("network_fingerprint"),
            dataset: try fields.text("dataset"), precision: precision, radix: try fields.word("radix", as: RadixPolicy.self),
            recipe: try recipes.recipe(in: fields, of: bytes), seed: try fields.whole("seed", as: UInt64.self))
    }
}

extension Recipe {
    init(_ fields: JSONFields) throws(JSONProblem) {
        self.init(
            name: try fields.text("name"), float: try Phase(fields.object("float")),
            quantized: try Phase(fields.object("quantized")), batchSize: try fields.whole("batch_size"),
            momentum: try fields.number("momentum"), weightDecay: try fields.number("weight_decay"),
            gradientClipNorm: try fields.optionalNumber("gradient_clip_norm"),
            standardisation: try fields.word("standardisation", as: Standardisation.self),
            shiftPixels: try fields.whole("shift_pixels"), mirror: try fields.bool("mirror"),
            scaleRule: try fields.word("scale_rule", as: ScaleRule.self))
    }
}

extension Recipe.Phase {
    fileprivate init(_ fields: JSONFields) throws(JSONProblem) {
        self.init(
            epochs: try fields.whole("epochs"), learningRate: try fields.number("learning_rate"),
            schedule: try fields.word("schedule", as: Recipe.Schedule.self), warmUpSteps: try fields.whole("warm_up_steps"))
    }
}
