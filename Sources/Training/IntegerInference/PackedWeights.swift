/// A low-precision network's final weights in as many bits as their format has, with its plan and its biases: small enough to be
/// shipped.
///
/// ALEX at fixed4 takes about 45 kB. Only formats of at most eight bits can be packed: wider ones gain nothing over full precision.
public struct PackedWeights: Hashable, Sendable {
    /// The widest weights that are packed.
    public static let mostBits = 8

    /// The layers of a network, packed.
    struct Layer: Hashable, Sendable {
        let quantization: LayerQuantization
        /// How many weights there are.
        let count: Int
        /// Their codes from the lowest bit of the first byte on.
        let codes: [UInt8]
        let biases: [LayerCodes.Bias]
    }

    /// The format of the network's input.
    let input: FixedPointFormat
    /// The layers with weights, from input to output.
    let layers: [Layer]

    /// Takes packed layers.
    init(input: FixedPointFormat, layers: [Layer]) {
        self.input = input
        self.layers = layers
    }

    /// Packs codes.
    ///
    /// - Throws: `TrainingError.quantizationDoesNotFit` for weights of more than `mostBits` bits.
    init(input: FixedPointFormat, codes: [LayerCodes]) throws(TrainingError) {
        self.input = input
        layers = try codes.mapThrowing { (layer) throws(TrainingError) in
            let weights = layer.quantization.weights
            guard weights.bits <= Self.mostBits else {
                throw .quantizationDoesNotFit(
                    problem: "layer '\(layer.quantization.layer)' has weights of \(weights.bits) bits, packed are at most "
                        + "\(Self.mostBits)")
            }
            return Layer(
                quantization: layer.quantization, count: layer.weights.count,
                codes: BitPacking.pack(layer.weights.map(weights.bitPattern), bits: weights.bits), biases: layer.biases)
        }
    }

    /// The codes of the layers.
    ///
    /// - Throws: `TrainingError.unreadable` for a pattern that is no code of its format.
    func codes() throws(TrainingError) -> [LayerCodes] {
        try layers.mapThrowing { (layer) throws(TrainingError) in
            let weights = layer.quantization.weights
            let patterns = BitPacking.unpack(layer.codes, bits: weights.bits, count: layer.count)
            let codes = try patterns.mapThrowing { (pattern) throws(TrainingError) in
                guard let code = weights.code(bitPattern: pattern) else {
                    throw .unreadable(
                        what: "packed weights of layer '\(layer.quantization.layer)'", byte: 0,
                        problem: "\(pattern) is no code of \(weights.bits) bits")
                }
                return code
            }
            return LayerCodes(quantization: layer.quantization, weights: codes, biases: layer.biases)
        }
    }
}
