import Networks
import Precision
import Recipes

/// What is to be trained: everything that, with the images and the parent's weights, determines the outcome to the bit.
public struct TrainingJob: Hashable, Sendable {
    /// The network.
    public let network: Network
    /// Its precision.
    public let precision: Precision
    /// Whether layers share radix points; without meaning for float32.
    public let radix: RadixPolicy
    /// How it is trained.
    public let recipe: Recipe
    /// The seed of everything random.
    public let seed: UInt64

    /// Makes a job.
    public init(network: Network, precision: Precision, radix: RadixPolicy, recipe: Recipe, seed: UInt64) {
        self.network = network
        self.precision = precision
        self.radix = radix
        self.recipe = recipe
        self.seed = seed
    }

    /// The phase of the recipe that applies: `float` for float32, `quantized` for everything else.
    public var phase: Recipe.Phase { precision == .float32 ? recipe.float : recipe.quantized }

    /// A number that tells this job from others, for checkpoints.
    var fingerprint: UInt64 {
        var checksum = Checksum()
        checksum.add("\(network.input)")
        for layer in network.layers { checksum.add("\(layer.layer.name) \(layer.layer.kind) \(layer.layer.activation.rawValue)") }
        checksum.add("\(precision.name) \(radix.rawValue) \(seed) \(recipe.batchSize) \(recipe.momentum) \(recipe.weightDecay)")
        checksum.add("\(recipe.gradientClipNorm ?? .infinity) \(recipe.standardisation.rawValue) \(recipe.shiftPixels)")
        checksum.add("\(recipe.mirror) \(recipe.scaleRule.rawValue) \(phase.epochs) \(phase.learningRate)")
        checksum.add("\(phase.schedule.rawValue) \(phase.warmUpSteps)")
        return checksum.value
    }

    /// Checks that the recipe's settings make sense and that images fit the network.
    ///
    /// - Throws: `TrainingError` with the first thing that does not.
    func check(training: ImageSet, test: ImageSet) throws(TrainingError) {
        try checkRecipe()
        for images in [training, test] {
            guard images.shape == network.input else { throw .imagesDoNotFit(images: images.shape, input: network.input) }
            let output = network.output
            guard output.count == images.classCount, output.channels == images.classCount else {
                throw .outputsDoNotFit(output: output, classCount: images.classCount)
            }
        }
        guard training.count >= recipe.batchSize else {
            throw .tooFewImages(what: "training images", count: training.count, needed: recipe.batchSize)
        }
    }

    private func checkRecipe() throws(TrainingError) {
        func check(_ setting: String, _ value: Double, _ range: ClosedRange<Double>) throws(TrainingError) {
            guard range.contains(value) else {
                throw .recipeOutOfRange(
                    setting: setting, value: "\(value)", allowed: "\(range.lowerBound) to \(range.upperBound)")
            }
        }
        try check("epochs", Double(phase.epochs), 1...100_000)
        try check("learning rate", phase.learningRate, 0...1_000)
        try check("warm-up steps", Double(phase.warmUpSteps), 0...1e9)
        try check("batch size", Double(recipe.batchSize), 1...65_536)
        try check("momentum", recipe.momentum, 0...1)
        try check("weight decay", recipe.weightDecay, 0...1_000)
        try check("gradient clip norm", recipe.gradientClipNorm ?? 1, .leastNonzeroMagnitude...1e30)
        try check("shift", Double(recipe.shiftPixels), 0...Double(min(network.input.height, network.input.width)))
    }
}
