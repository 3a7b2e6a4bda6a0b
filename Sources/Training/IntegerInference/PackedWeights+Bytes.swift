extension PackedWeights {
    private static let magic: UInt64 = 0x3130_3050_5446_4942  // "BIFTP001"
    private static let what = "packed weights"
    /// The most that a bias may stand to the left of its step.
    private static let mostShift = 512

    /// The packed weights as bytes: little-endian, a heading, the plan, each layer's biases and codes, and a checksum.
    public func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.magic)
        Checkpoint.write(quantization, to: &writer)
        for layer in layers {
            writer.write(layer.biases.count)
            for bias in layer.biases { writer.write(Int(bias.significand) << 16 | bias.shift) }
            writer.write(layer.count)
            writer.write(bytes: layer.codes)
        }
        return writer.finished()
    }

    /// Reads packed weights from the bytes of `encoded`.
    ///
    /// - Throws: `TrainingError.unreadable` for anything else: nothing is allocated beyond the size of the bytes.
    public init(decoding bytes: [UInt8]) throws(TrainingError) {
        var reader = try ByteReader(bytes, what: Self.what)
        guard try reader.readInteger() == Self.magic else { throw reader.problem("not this program's \(Self.what)") }
        guard let plan = try Checkpoint.readPlan(&reader) else { throw reader.problem("no radix points") }
        var layers: [Layer] = []
        for quantization in plan.layers {
            let bits = quantization.weights.bits
            guard bits <= Self.mostBits else { throw reader.problem("weights of \(bits) bits") }
            var biases: [LayerCodes.Bias] = []
            for _ in 0..<(try reader.readCount(most: reader.remaining / 8)) {
                let value = try reader.readInteger(in: -(1 << 40 + 1)...(1 << 40 + 1))
                let (significand, shift) = (value >> 16, value & 0xffff)
                guard shift <= Self.mostShift else { throw reader.problem("a bias shifted by \(shift) bits") }
                biases.append(LayerCodes.Bias(significand: Int32(truncatingIfNeeded: significand), shift: shift))
            }
            let count = try reader.readCount(most: ParameterLayout.largestCount)
            guard let size = BitPacking.byteCount(count, bits: bits) else { throw reader.problem("\(count) weights") }
            layers.append(
                Layer(quantization: quantization, count: count, codes: try reader.readBytes(count: size), biases: biases))
        }
        try reader.finish()
        self.init(input: plan.input, layers: layers)
    }
}
