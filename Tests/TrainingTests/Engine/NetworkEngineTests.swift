import Networks
import Precision
import Testing

@testable import Training

struct NetworkEngineTests {
    /// A network with random parameters and inputs.
    private struct Case {
        static let labels: [UInt8] = [2, 0, 1]
        let network: Network
        let layout: ParameterLayout
        let parameters: [Float]
        let images: [[Double]]

        init(_ name: String, seed: UInt64 = 7) throws {
            network = try TinyNetworks.network(name)
            layout = try ParameterLayout(network)
            var random = RandomSource(seed: seed)
            parameters = (0..<layout.count).map { _ in random.nearlyNormal() * 0.4 }
            let size = network.input.count
            images = Self.labels.map { _ in (0..<size).map { _ in Double(random.nearlyNormal()) } }
        }

        func engine(plan: QuantizationPlan? = nil) throws -> NetworkEngine {
            let engine = try NetworkEngine(network: network, layout: layout, images: images.count, plan: plan, trains: true)
            engine.setInput { image, values in
                for (index, value) in images[image].enumerated() { values[index] = Float(value) }
            }
            return engine
        }
    }

    @Test("Class scores are those of the plain definitions", arguments: TinyNetworks.names)
    func scores(name: String) throws {
        let example = try Case(name)
        let engine = try example.engine()
        try engine.setParameters(example.parameters)
        try engine.forward()
        let reference = try ReferenceNetwork(example.network, parameters: example.parameters)
        let expected = example.images.flatMap(reference.scores)
        #expect(expected.count == engine.classScores.count)
        for (score, expected) in zip(engine.classScores, expected) { #expect(abs(Double(score) - expected) < 1e-4) }
    }

    @Test("Every parameter's gradient is the loss's difference quotient", arguments: TinyNetworks.names)
    func gradients(name: String) throws {
        let example = try Case(name)
        let engine = try example.engine()
        try engine.setParameters(example.parameters)
        try engine.forward()
        var gradients = [Float](repeating: .nan, count: example.layout.count)
        let loss = try engine.backward(labels: Case.labels, batchSize: Case.labels.count, gradients: &gradients)
        var reference = try ReferenceNetwork(example.network, parameters: example.parameters)
        #expect(abs(loss / Double(Case.labels.count) - reference.loss(example.images, labels: Case.labels)) < 1e-5)
        let step = 1e-6
        // Of large networks every seventh parameter: seven has no factor in common with any extent, so every place comes up.
        for index in stride(from: 0, to: gradients.count, by: gradients.count > 400 ? 7 : 1) {
            let value = reference.parameters[index]
            reference.parameters[index] = value + step
            let above = reference.loss(example.images, labels: Case.labels)
            reference.parameters[index] = value - step
            let below = reference.loss(example.images, labels: Case.labels)
            reference.parameters[index] = value
            let expected = (above - below) / (2 * step)
            #expect(abs(Double(gradients[index]) - expected) < 2e-4 * max(1, abs(expected)), "parameter \(index)")
        }
    }

    /// A plan with plausible formats for any network.
    private static func plan(_ network: Network, bits: Int, weights: (Int) throws -> WeightQuantizer) throws -> QuantizationPlan {
        let layers = network.layers.filter(\.layer.hasWeights)
        return QuantizationPlan(
            input: try FixedPointFormat(bits: bits, fractionBits: bits - 2),
            layers: try layers.enumerated().map { index, layer in
                LayerQuantization(
                    layer: layer.name, weights: try weights(index),
                    output: index == layers.count - 1 ? nil : try FixedPointFormat(bits: bits, fractionBits: bits - 3 - index % 2))
            })
    }

    private static let weightFormats = ["fixed8", "fixed4", "pow2", "binary"]

    private static func quantizer(_ name: String) throws -> WeightQuantizer {
        switch name {
        case "fixed8": .fixed(format: try FixedPointFormat(bits: 8, fractionBits: 7))
        case "fixed4": .fixed(format: try FixedPointFormat(bits: 4, fractionBits: 2))
        case "pow2": .powerOfTwo(format: try PowerOfTwoFormat(bits: 4, largestExponent: 0))
        default: .binary(format: try BinaryFormat(exponent: -2))
        }
    }

    @Test("Low-precision class scores equal exact arithmetic bit for bit", arguments: TinyNetworks.names, weightFormats)
    func lowPrecisionScores(name: String, weights: String) throws {
        let example = try Case(name)
        let plan = try Self.plan(example.network, bits: 6) { _ in try Self.quantizer(weights) }
        var rounded = example.parameters
        try ParameterRounding(layout: example.layout, plan: plan).round(example.parameters, into: &rounded)
        let engine = try example.engine(plan: plan)
        try engine.setParameters(rounded)
        try engine.forward()
        let reference = try ReferenceNetwork(example.network, parameters: rounded, plan: plan)
        #expect(engine.classScores.map(Double.init) == example.images.flatMap(reference.scores))
    }

    @Test("Gradients pass straight through a rounding whose range is never left", arguments: TinyNetworks.names)
    func straightThrough(name: String) throws {
        let example = try Case(name)
        let fine = try Self.plan(example.network, bits: 24) { _ in .fixed(format: try FixedPointFormat(bits: 24, fractionBits: 20))
        }
        let wide = QuantizationPlan(
            input: try FixedPointFormat(bits: 24, fractionBits: 18),
            layers: try fine.layers.map {
                LayerQuantization(
                    layer: $0.layer, weights: $0.weights,
                    output: $0.output == nil ? nil : try FixedPointFormat(bits: 24, fractionBits: 16))
            })
        var results: [[Float]] = []
        for plan in [nil, wide] {
            let engine = try example.engine(plan: plan)
            try engine.setParameters(example.parameters)
            try engine.forward()
            var gradients = [Float](repeating: .nan, count: example.layout.count)
            _ = try engine.backward(labels: Case.labels, batchSize: Case.labels.count, gradients: &gradients)
            results.append(gradients)
        }
        for (exact, rounded) in zip(results[0], results[1]) { #expect(abs(exact - rounded) < 1e-3) }
    }

    @Test("No gradient passes where a value saturates")
    func saturation() throws {
        let example = try Case("convolution")
        // Outputs of the convolution are all beyond 2^-20, or zero behind the ReLU.
        let plan = QuantizationPlan(
            input: try FixedPointFormat(bits: 16, fractionBits: 10),
            layers: [
                LayerQuantization(
                    layer: "conv1", weights: .fixed(format: try FixedPointFormat(bits: 16, fractionBits: 10)),
                    output: try FixedPointFormat(bits: 4, fractionBits: 30)),
                LayerQuantization(
                    layer: "ip1", weights: .fixed(format: try FixedPointFormat(bits: 16, fractionBits: 10)), output: nil),
            ])
        let engine = try example.engine(plan: plan)
        try engine.setParameters(example.parameters)
        try engine.forward()
        var gradients = [Float](repeating: .nan, count: example.layout.count)
        _ = try engine.backward(labels: Case.labels, batchSize: Case.labels.count, gradients: &gradients)
        #expect(gradients[example.layout.entries[0].weights].allSatisfy { $0 == 0 })
        #expect(gradients[example.layout.entries[1].biases].contains { $0 != 0 })
    }
}
