import Testing

@testable import Training

struct TrainedWeightsTests {
    private static func example() throws -> (weights: TrainedWeights, layout: ParameterLayout, parameters: [Float]) {
        let layout = try ParameterLayout(TinyNetworks.classifier())
        let parameters = layout.initialParameters(seed: 3)
        return (TrainedWeights(parameters, layout: layout), layout, parameters)
    }

    @Test("Weights survive naming and bytes")
    func survive() throws {
        let (weights, layout, parameters) = try Self.example()
        let decoded = try TrainedWeights(decoding: weights.encoded())
        #expect(decoded == weights)
        #expect(try decoded.parameters(for: layout) == parameters)
        #expect(
            weights.tensors.map(\.name) == [
                "conv1.weights", "conv1.biases", "conv2.weights", "conv2.biases", "ip1.weights", "ip1.biases",
            ])
        #expect(weights.tensors[2].extents == [6, 4, 2, 2])
    }

    @Test("Weights of another network are refused, with the tensor's name")
    func anotherNetwork() throws {
        let (weights, _, _) = try Self.example()
        let other = try ParameterLayout(TinyNetworks.classifier(classes: 4))
        #expect(throws: TrainingError.weightsDoNotFit(tensor: "ip1.weights", problem: "is [3, 6, 1, 1], expected [4, 6, 1, 1]")) {
            try weights.parameters(for: other)
        }
    }

    @Test("Values that are not finite are refused")
    func notFinite() throws {
        var (_, layout, parameters) = try Self.example()
        parameters[5] = .nan
        let weights = TrainedWeights(parameters, layout: layout)
        #expect(throws: TrainingError.weightsDoNotFit(tensor: "conv1.weights", problem: "holds values that are not finite")) {
            try weights.parameters(for: layout)
        }
    }

    @Test("Bytes that were cut off or claim more than there is are refused")
    func hostile() throws {
        let bytes = try Self.example().weights.encoded()
        for count in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: TrainingError.self) { try TrainedWeights(decoding: Array(bytes[..<count])) }
        }
        for claim in [UInt64(5_000), .max, 1 << 62, 1 << 31] {
            var writer = ByteWriter()
            writer.write(bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
            writer.write(claim)
            #expect(throws: TrainingError.self) { try TrainedWeights(decoding: writer.finished()) }
        }
    }

    @Test("Extents whose product overflows are refused")
    func overflow() throws {
        let bytes = try Self.example().weights.encoded()
        var writer = ByteWriter()
        writer.write(bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        writer.write(UInt64(1))
        writer.write("conv1.weights")
        writer.write(UInt64(4))
        for _ in 0..<4 { writer.write(UInt64(1) << 28) }
        writer.write([Float]())
        #expect(throws: TrainingError.self) { try TrainedWeights(decoding: writer.finished()) }
    }
}
