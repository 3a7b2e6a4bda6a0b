/// What inference in integers was found to need and to lose, over some images, and how the simulation compares.
public struct ArithmeticMeasurement: Hashable, Sendable {
    /// What one layer with weights was found to need and to lose.
    public struct Layer: Hashable, Sendable {
        /// The layer's name.
        public let name: String
        /// The bits of two's complement that hold all that its accumulator held, over the traced images; 0 without such images.
        ///
        /// In steps of the finest bit of its products and biases, starting from the bias, in the order of input channels, 16
        /// products of one channel's window at a time.
        public internal(set) var accumulatorBits: Int
        /// The values of its output feature maps that were looked at, in front of any pooling; 0 for class scores.
        public internal(set) var featureMapValues: Int
        /// Those that were beyond the ends of the format.
        public internal(set) var featureMapSaturated: Int
        /// Its weights.
        public let weights: Int
        /// Its weights that full precision has beyond the ends of the format.
        public let weightsSaturated: Int
    }

    /// The images compared.
    public internal(set) var images = 0
    /// Those whose class, as integers have it, is their label.
    public internal(set) var correct = 0
    /// Those in which every sum of |weight| * |value| and |bias| stayed below 2^24 steps of its accumulator, in every layer.
    public internal(set) var imagesBelowLimit = 0
    /// Of those below the limit, the ones whose class scores are the simulation's bit for bit: all of them, or one of the two is
    /// wrong.
    public internal(set) var imagesBelowLimitEqual = 0
    /// All images whose class scores are the simulation's bit for bit.
    public internal(set) var imagesEqual = 0
    /// The images to which the simulation gives another class.
    public internal(set) var imagesDiffering = 0
    /// The images whose accumulators were traced.
    public internal(set) var imagesTraced = 0
    /// The input values that were looked at.
    public internal(set) var inputValues = 0
    /// Those that were beyond the ends of the input's format.
    public internal(set) var inputSaturated = 0
    /// The layers with weights, from input to output.
    public internal(set) var layers: [Layer]

    /// Adds what was found over other images of the same network.
    public mutating func add(_ other: ArithmeticMeasurement) {
        images += other.images
        correct += other.correct
        imagesBelowLimit += other.imagesBelowLimit
        imagesBelowLimitEqual += other.imagesBelowLimitEqual
        imagesEqual += other.imagesEqual
        imagesDiffering += other.imagesDiffering
        imagesTraced += other.imagesTraced
        inputValues += other.inputValues
        inputSaturated += other.inputSaturated
        for (index, layer) in other.layers.enumerated() where index < layers.count {
            layers[index].accumulatorBits = max(layers[index].accumulatorBits, layer.accumulatorBits)
            layers[index].featureMapValues += layer.featureMapValues
            layers[index].featureMapSaturated += layer.featureMapSaturated
        }
    }
}
