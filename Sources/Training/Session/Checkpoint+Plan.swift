extension Checkpoint {
    private static let mostLayers = 4_096
    private static let mostLayerNameBytes = 1_024

    /// Writes a plan, or that there is none.
    static func write(_ plan: QuantizationPlan?, to writer: inout ByteWriter) {
        guard let plan else { return writer.write(0) }
        writer.write(1)
        write(plan.input, to: &writer)
        writer.write(plan.layers.count)
        for layer in plan.layers {
            writer.write(layer.layer)
            write(layer.weights, to: &writer)
            writer.write(layer.output == nil ? 0 : 1)
            if let output = layer.output { write(output, to: &writer) }
        }
    }

    /// Reads what `write` wrote.
    static func readPlan(_ reader: inout ByteReader) throws(TrainingError) -> QuantizationPlan? {
        guard try reader.readCount(most: 1) == 1 else { return nil }
        let input = try readFormat(&reader)
        var layers: [LayerQuantization] = []
        for _ in 0..<(try reader.readCount(most: mostLayers)) {
            let name = try reader.readText(most: mostLayerNameBytes)
            let weights = try readWeights(&reader)
            let output = try reader.readCount(most: 1) == 1 ? try readFormat(&reader) : nil
            layers.append(LayerQuantization(layer: name, weights: weights, output: output))
        }
        return QuantizationPlan(input: input, layers: layers)
    }

    private static func write(_ format: FixedPointFormat, to writer: inout ByteWriter) {
        writer.write(format.bits)
        writer.write(format.fractionBits)
    }

    private static func readFormat(_ reader: inout ByteReader) throws(TrainingError) -> FixedPointFormat {
        try FixedPointFormat(
            bits: try reader.readInteger(in: 1...32), fractionBits: try reader.readInteger(in: FixedPointFormat.fractionRange))
    }

    private static func write(_ weights: WeightQuantizer, to writer: inout ByteWriter) {
        switch weights {
        case .fixed(let format):
            writer.write(0)
            write(format, to: &writer)
        case .powerOfTwo(let format):
            writer.write(1)
            writer.write(format.bits)
            writer.write(format.largestExponent)
        case .binary(let format):
            writer.write(2)
            writer.write(format.exponent)
        }
    }

    private static func readWeights(_ reader: inout ByteReader) throws(TrainingError) -> WeightQuantizer {
        switch try reader.readCount(most: 2) {
        case 0: return .fixed(format: try readFormat(&reader))
        case 1:
            return .powerOfTwo(
                format: try PowerOfTwoFormat(
                    bits: try reader.readInteger(in: 2...9),
                    largestExponent: try reader.readInteger(in: PowerOfTwoFormat.exponentRange)))
        default:
            return .binary(format: try BinaryFormat(exponent: try reader.readInteger(in: BinaryFormat.exponentRange)))
        }
    }
}
