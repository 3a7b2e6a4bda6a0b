import Networks

/// Why something cannot be trained, calibrated, resumed or evaluated.
///
/// A run that learns nothing is no error: its outcome says so (`NonConvergence`).
public enum TrainingError: Error, Hashable, Sendable {
    /// Pixels, labels, shape and classes that do not make a set of images.
    case inconsistentImages(problem: String)
    /// Images of another shape than the network's input.
    case imagesDoNotFit(images: Shape, input: Shape)
    /// A network whose output is not one score a class.
    case outputsDoNotFit(output: Shape, classCount: Int)
    /// Too few images for what is asked for.
    case tooFewImages(what: String, count: Int, needed: Int)
    /// A setting of the recipe outside what makes sense.
    case recipeOutOfRange(setting: String, value: String, allowed: String)
    /// More parameters or values than can be held.
    case networkTooLarge(what: String, count: Int, most: Int)
    /// A low-precision run without the weights of its float32 parent.
    case parentMissing(precision: String)
    /// Weights of another network.
    case weightsDoNotFit(tensor: String, problem: String)
    /// A low-precision network without its radix points and scales, or with another network's.
    case quantizationDoesNotFit(problem: String)
    /// A radix point or an exponent that single precision cannot represent.
    case formatOutOfRange(what: String, value: Int, allowed: ClosedRange<Int>)
    /// A layer whose sums could need more bits than the integer path has.
    case accumulatorTooWide(layer: String, bits: Int)
    /// Bytes that are no checkpoint or no weights of this program.
    case unreadable(what: String, byte: Int, problem: String)
    /// A checkpoint of another job.
    case checkpointOfAnotherJob(problem: String)
    /// The kernel library refused or failed.
    case kernelFailed(operation: String, reason: KernelFailure)

    /// How the kernel library failed.
    public enum KernelFailure: String, Hashable, Sendable {
        /// Memory has run out.
        case noMemory = "out of memory"
        /// A shape that the kernels do not take.
        case badShape = "a shape that the kernels do not take"
        /// No kernel for this layer on this processor.
        case unsupported = "no kernel for it on this processor"
        /// Any other failure.
        case failed = "the kernel library failed"
    }
}

extension TrainingError: CustomStringConvertible {
    /// What went wrong, the value, and what would do.
    public var description: String {
        switch self {
        case .inconsistentImages(let problem):
            "the images do not fit together: \(problem)"
        case .imagesDoNotFit(let images, let input):
            "the images are \(images), but the network takes \(input): use another data set or another network"
        case .outputsDoNotFit(let output, let classCount):
            "the network ends in \(output), but the data set has \(classCount) classes: its output must be 1×1×\(classCount)"
        case .tooFewImages(let what, let count, let needed):
            "\(count) \(what): at least \(needed) are needed"
        case .recipeOutOfRange(let setting, let value, let allowed):
            "recipe: \(setting) is \(value): use \(allowed)"
        case .networkTooLarge(let what, let count, let most):
            "the network has \(count) \(what), at most \(most) can be trained here"
        case .parentMissing(let precision):
            "\(precision) starts from the trained float32 weights of the same network, which were not given"
        case .weightsDoNotFit(let tensor, let problem):
            "the weights are not this network's: '\(tensor)' \(problem)"
        case .quantizationDoesNotFit(let problem):
            "the radix points and scales are not this network's: \(problem)"
        case .formatOutOfRange(let what, let value, let allowed):
            "\(what) is \(value): use \(allowed.lowerBound) to \(allowed.upperBound)"
        case .accumulatorTooWide(let layer, let bits):
            "layer '\(layer)': its sums could need \(bits) bits, and integers have \(IntegerLayer.widestAccumulator) here: use fewer "
                + "bits of data or weights"
        case .unreadable(let what, let byte, let problem):
            "the \(what) cannot be read: \(problem) at byte \(byte)"
        case .checkpointOfAnotherJob(let problem):
            "the checkpoint belongs to another run: \(problem); start this run afresh"
        case .kernelFailed(let operation, let reason):
            "\(operation): \(reason.rawValue)"
        }
    }
}
