/// How a network is trained: everything that shapes a run but the network, the data, the precision and the seed.
public struct Recipe: Hashable, Sendable, Codable {
    /// How the learning rate moves from its start to its end.
    public enum Schedule: String, Hashable, Sendable, Codable, CaseIterable {
        /// The same rate throughout.
        case constant
        /// A tenth of the rate after two thirds of the epochs, a hundredth after five sixths.
        case step
        /// Half a cosine wave down to zero.
        case cosine
    }

    /// How pixels become the network's input.
    public enum Standardisation: String, Hashable, Sendable, Codable, CaseIterable {
        /// Pixels / 256.
        case scale
        /// Pixels / 256, less the mean of the training images at each colour.
        case mean
        /// Each image less its own mean, over its own deviation.
        case image
    }

    /// How radix points and scales are chosen on training images with the float32 parent's weights.
    public enum ScaleRule: String, Hashable, Sendable, Codable, CaseIterable {
        /// By the largest magnitude: nothing saturates.
        case largestMagnitude = "largest-magnitude"
        /// By the least squared error.
        case leastSquaredError = "least-squared-error"
    }

    /// One phase of training: of the float32 network, or of a low-precision one that starts from it.
    public struct Phase: Hashable, Sendable, Codable {
        /// Passes over the training images.
        public var epochs: Int
        /// The learning rate after the warm-up.
        public var learningRate: Double
        /// How the learning rate moves.
        public var schedule: Schedule
        /// Steps over which the learning rate rises from zero.
        public var warmUpSteps: Int

        /// Makes a phase.
        public init(epochs: Int, learningRate: Double, schedule: Schedule, warmUpSteps: Int) {
            self.epochs = epochs
            self.learningRate = learningRate
            self.schedule = schedule
            self.warmUpSteps = warmUpSteps
        }

        enum CodingKeys: String, CodingKey {
            case epochs, schedule
            case learningRate = "learning_rate"
            case warmUpSteps = "warm_up_steps"
        }
    }

    /// The name on the command line and in files.
    public var name: String
    /// Training of float32 networks, from random weights.
    public var float: Phase
    /// Training of low-precision networks, from their float32 parent's weights.
    public var quantized: Phase
    /// Images of one step.
    public var batchSize: Int
    /// The momentum of the stochastic gradient descent.
    public var momentum: Double
    /// The L2 penalty on weights.
    public var weightDecay: Double
    /// The norm that the gradient of a step is cut to; nil for none.
    public var gradientClipNorm: Double?
    /// How pixels become the network's input.
    public var standardisation: Standardisation
    /// The most pixels that a training image is shifted by, in each direction.
    public var shiftPixels: Int
    /// Whether training images are mirrored at random.
    public var mirror: Bool
    /// The data sets whose images keep their meaning in a mirror, in order of their names, where `mirror` alone does not say it for all.
    ///
    /// Only a recipe that is not yet `adapted(to:)` a data set has any; they are no part of its JSON.
    public var mirroredDatasets: [String] = []
    /// How radix points and scales are chosen.
    public var scaleRule: ScaleRule

    /// Makes a recipe.
    public init(
        name: String, float: Phase, quantized: Phase, batchSize: Int, momentum: Double, weightDecay: Double,
        gradientClipNorm: Double?, standardisation: Standardisation, shiftPixels: Int, mirror: Bool, scaleRule: ScaleRule
    ) {
        self.name = name
        self.float = float
        self.quantized = quantized
        self.batchSize = batchSize
        self.momentum = momentum
        self.weightDecay = weightDecay
        self.gradientClipNorm = gradientClipNorm
        self.standardisation = standardisation
        self.shiftPixels = shiftPixels
        self.mirror = mirror
        self.scaleRule = scaleRule
    }

    /// The recipe for the images of one data set: mirrored where that does not turn them into something else.
    ///
    /// What stands behind a colon, as in `objects:0.8`, says how the images are made and not what they show.
    public func adapted(to dataset: String) -> Recipe {
        var recipe = self
        recipe.mirror = mirror || mirroredDatasets.contains(String(dataset.prefix { $0 != ":" }))
        recipe.mirroredDatasets = []
        return recipe
    }

    enum CodingKeys: String, CodingKey {
        case name, float, quantized, momentum, standardisation, mirror
        case batchSize = "batch_size"
        case weightDecay = "weight_decay"
        case gradientClipNorm = "gradient_clip_norm"
        case shiftPixels = "shift_pixels"
        case scaleRule = "scale_rule"
    }

    /// Writes every setting; no clipping is null.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(name, forKey: .name)
        try fields.encode(float, forKey: .float)
        try fields.encode(quantized, forKey: .quantized)
        try fields.encode(batchSize, forKey: .batchSize)
        try fields.encode(momentum, forKey: .momentum)
        try fields.encode(weightDecay, forKey: .weightDecay)
        try fields.encode(gradientClipNorm, forKey: .gradientClipNorm)
        try fields.encode(standardisation, forKey: .standardisation)
        try fields.encode(shiftPixels, forKey: .shiftPixels)
        try fields.encode(mirror, forKey: .mirror)
        try fields.encode(scaleRule, forKey: .scaleRule)
    }
}
