/// Where a trained network's radix points are, and how large its weights may be: the part of the trainer's plan that a person asks for.
public struct QuantizedLayers: Hashable, Sendable, Decodable {
    /// A number format; what does not belong to its kind is nil.
    public struct Format: Hashable, Sendable, Decodable {
        /// The bits of a value.
        public let bits: Int?
        /// The bits after the radix point, below zero for a point to the right of the last bit.
        public let fractionBits: Int?
        /// The exponent of two that all binary weights have.
        public let exponent: Int?
        /// The exponent of the largest power of two.
        public let largestExponent: Int?
    }

    /// A layer with weights.
    public struct Layer: Hashable, Sendable, Decodable {
        /// Its name.
        public let layer: String
        /// The format of the weights by kind of precision, under the key `format`.
        let weights: [String: [String: Format]]?
        /// The format of the feature maps that it gives; nil where they stay in floating point.
        public let output: Format?

        /// The format of the weights; nil where they stay in floating point.
        public var weightFormat: Format? { weights?.values.first?["format"] }
    }

    /// The format of the images.
    public let input: Format?
    /// The layers from first to last.
    public let layers: [Layer]
}
