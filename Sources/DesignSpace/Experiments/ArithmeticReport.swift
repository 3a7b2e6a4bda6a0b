import HardwareModel
import Precision

/// How a low-precision network's inference in integers compares with the simulation that trained it, and what its arithmetic takes.
///
/// Measured on some of the test images behind the reported accuracy.
public struct ArithmeticReport: Hashable, Sendable {
    /// The synapses of the tile whose accumulator stands beside the measured one (Hashemi et al. 2017, Section V).
    public static let synapses = 16

    /// The most layers that are read.
    private static let mostLayers = 4_096

    /// The images that were run through both.
    public let images: Int
    /// Those in which every sum of |weight| * |value| and |bias| stayed below 2^24 steps: there both give the same bits.
    public let imagesBelowLimit: Int
    /// Those whose class scores were found to be the same bits.
    public let imagesEqual: Int
    /// Those that the two give another class.
    public let imagesDiffering: Int
    /// Those whose accumulators were traced.
    public let imagesTraced: Int
    /// The share of input values that lay beyond the ends of the data format, in percent.
    public let inputSaturatedPercent: Double
    /// The width of an accumulator that the hardware model assumes: the product, a bit for each level of the adder tree, and four.
    public let modelledAccumulatorBits: Int
    /// The layers with weights, from input to output.
    public let layers: [LayerArithmetic]

    /// Makes a report of a network at a precision.
    public init(
        precision: Precision, images: Int, imagesBelowLimit: Int, imagesEqual: Int, imagesDiffering: Int, imagesTraced: Int,
        inputSaturatedPercent: Double, layers: [LayerArithmetic]
    ) {
        self.images = images
        self.imagesBelowLimit = imagesBelowLimit
        self.imagesEqual = imagesEqual
        self.imagesDiffering = imagesDiffering
        self.imagesTraced = imagesTraced
        self.inputSaturatedPercent = inputSaturatedPercent
        modelledAccumulatorBits = Widths(precision: precision, synapses: Self.synapses).accumulator
        self.layers = layers
    }

    /// What contradicts itself, in words; nil for a report that could have been measured.
    var inconsistency: String? {
        if layers.count > Self.mostLayers { return "\(layers.count) layers" }
        if images < 0 { return "\(images) images" }
        for count in [imagesBelowLimit, imagesEqual, imagesDiffering, imagesTraced] where !(0...images).contains(count) {
            return "\(count) of \(images.counted("image"))"
        }
        if imagesEqual < imagesBelowLimit { return "\(imagesEqual) equal images, of which \(imagesBelowLimit) must be" }
        if !(0...100).contains(inputSaturatedPercent) { return "a share of \(inputSaturatedPercent) percent" }
        if !(1...1_024).contains(modelledAccumulatorBits) { return "an accumulator of \(modelledAccumulatorBits.counted("bit"))" }
        return layers.lazy.compactMap(\.inconsistency).first
    }
}

extension ArithmeticReport: Codable {
    enum CodingKeys: String, CodingKey {
        case images, layers
        case imagesBelowLimit = "images_below_limit"
        case imagesEqual = "images_equal"
        case imagesDiffering = "images_differing"
        case imagesTraced = "images_traced"
        case inputSaturatedPercent = "input_saturated_percent"
        case modelledAccumulatorBits = "modelled_accumulator_bits"
    }

    /// Reads a report.
    ///
    /// - Throws: `DecodingError` for a value that is missing or of another type, or a report that cannot have been measured.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        images = try fields.decode(Int.self, forKey: .images)
        imagesBelowLimit = try fields.decode(Int.self, forKey: .imagesBelowLimit)
        imagesEqual = try fields.decode(Int.self, forKey: .imagesEqual)
        imagesDiffering = try fields.decode(Int.self, forKey: .imagesDiffering)
        imagesTraced = try fields.decode(Int.self, forKey: .imagesTraced)
        inputSaturatedPercent = try fields.decode(Double.self, forKey: .inputSaturatedPercent)
        modelledAccumulatorBits = try fields.decode(Int.self, forKey: .modelledAccumulatorBits)
        layers = try fields.decode([LayerArithmetic].self, forKey: .layers)
        guard let inconsistency else { return }
        throw DecodingError.dataCorruptedError(forKey: .images, in: fields, debugDescription: "\(inconsistency): cannot be")
    }
}
