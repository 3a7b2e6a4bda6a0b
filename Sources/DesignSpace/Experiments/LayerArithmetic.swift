/// What inference in integers was found to need and to lose in one layer with weights.
public struct LayerArithmetic: Hashable, Sendable {
    /// The layer's name.
    public let name: String
    /// The bits of two's complement that hold everything its accumulator held, over the traced images; nil if none was traced.
    ///
    /// In steps of the finest bit of its products and biases; it starts from the bias and takes one input channel's window after
    /// the other, 16 products at a time.
    public let accumulatorBits: Int?
    /// The share of the values of its output feature maps, in front of any pooling, that lay beyond the ends of the data format, in
    /// percent; nil for class scores, which are not rounded.
    public let featureMapsSaturatedPercent: Double?
    /// The share of its weights that full precision has beyond the ends of the weight format, in percent.
    public let weightsSaturatedPercent: Double

    /// Makes a layer's arithmetic.
    public init(
        name: String, accumulatorBits: Int?, featureMapsSaturatedPercent: Double?, weightsSaturatedPercent: Double
    ) {
        self.name = name
        self.accumulatorBits = accumulatorBits
        self.featureMapsSaturatedPercent = featureMapsSaturatedPercent
        self.weightsSaturatedPercent = weightsSaturatedPercent
    }

    /// What cannot be, in words; nil for a layer that could have been measured.
    var inconsistency: String? {
        if name.isEmpty || name.utf8.count > 256 { return "a layer's name of \(name.utf8.count.counted("byte"))" }
        if let accumulatorBits, !(1...128).contains(accumulatorBits) {
            return "an accumulator of \(accumulatorBits.counted("bit"))"
        }
        for percent in [featureMapsSaturatedPercent, weightsSaturatedPercent] {
            if let percent, !(0...100).contains(percent) { return "a share of \(percent) percent" }
        }
        return nil
    }
}

extension LayerArithmetic: Codable {
    enum CodingKeys: String, CodingKey {
        case name
        case accumulatorBits = "accumulator_bits"
        case featureMapsSaturatedPercent = "feature_maps_saturated_percent"
        case weightsSaturatedPercent = "weights_saturated_percent"
    }

    /// Writes a layer with every key; what is not known is null.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(name, forKey: .name)
        try fields.encode(accumulatorBits, forKey: .accumulatorBits)
        try fields.encode(featureMapsSaturatedPercent, forKey: .featureMapsSaturatedPercent)
        try fields.encode(weightsSaturatedPercent, forKey: .weightsSaturatedPercent)
    }
}
