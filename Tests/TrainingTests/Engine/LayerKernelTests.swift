import Networks
import Testing

@testable import Training

/// Each layer's kernels by themselves: their output, and every gradient against the difference quotient of the plain definitions.
struct LayerKernelTests {
    /// A layer as it is set: extents of windows, steps and borders of all kinds, and numbers of channels around vector widths.
    struct Setting: Sendable, CustomTestStringConvertible {
        let layer: Layer
        var input = Shape(height: 7, width: 6, channels: 2)
        var images = 2

        var testDescription: String { "\(layer.kind) over \(input), \(images) images" }
    }

    static let settings: [Setting] = {
        var settings: [Setting] = []
        for (kernel, stride, padding) in [
            (1, 1, 0), (1, 2, 0), (2, 1, 0), (2, 2, 1), (3, 1, 1), (3, 2, 0), (3, 3, 2), (4, 3, 1), (5, 1, 2), (5, 2, 2), (6, 1, 0),
        ] {
            settings.append(
                Setting(
                    layer: TinyNetworks.convolution("c", kernel: kernel, channels: 3, stride: stride, padding: padding, relu: false)
                ))
        }
        for channels in [1, 8, 15, 16, 17] {
            settings.append(
                Setting(
                    layer: TinyNetworks.convolution("c", kernel: 2, channels: channels, padding: 1, relu: false),
                    input: Shape(height: 3, width: 4, channels: channels), images: 1))
            settings.append(
                Setting(
                    layer: TinyNetworks.innerProduct("i", channels), input: Shape(height: 2, width: 3, channels: channels),
                    images: 3))
        }
        for kind in [Layer.Pooling.max, .average] {
            for (kernel, stride) in [(1, 1), (2, 1), (2, 2), (3, 1), (3, 2), (3, 3), (4, 3), (6, 2), (6, 6)] {
                settings.append(Setting(layer: TinyNetworks.pooling("p", kind, kernel: kernel, stride: stride)))
            }
            for channels in [1, 16, 17] {
                settings.append(
                    Setting(
                        layer: TinyNetworks.pooling("p", kind, kernel: 3, stride: 2),
                        input: Shape(height: 6, width: 5, channels: channels), images: 1))
            }
        }
        return settings
    }()

    /// A layer with random parameters, inputs and output gradients, and its kernels' answers.
    private struct Answers {
        var reference: ReferenceNetwork
        let images: [[Double]]
        let outputGradients: [[Double]]
        let outputs: [Float]
        let sourceGradients: [Float]
        var parameterGradients: [Float]

        init(_ setting: Setting) throws {
            let network = try Network(
                name: "one", title: "One", input: setting.input,
                layers: [setting.layer] + (setting.layer.hasWeights ? [] : [TinyNetworks.innerProduct("i", 1)]), source: "test")
            let layer = network.layers[0]
            let layout = try ParameterLayout(network)
            var random = RandomSource(seed: 17)
            func randomValues(_ count: Int) -> [Float] { (0..<count).map { _ in random.nearlyNormal() } }
            let parameters = randomValues(layout.count)
            let sources = randomValues(setting.images * setting.input.count)
            let gradients = randomValues(setting.images * layer.output.count)

            let context = try KernelContext()
            let source = try FeatureMaps(images: setting.images, shape: setting.input, context: context)
            let kernel = try LayerKernel(layer, source: source, relu: false, context: context)
            let output = try FeatureMaps(outputOf: kernel)
            let outputGradient = try FeatureMaps(like: output)
            let sourceGradient = try FeatureMaps(like: source)
            try sources.withBasePointer { (base) throws(TrainingError) in try source.write(from: base) }
            try gradients.withBasePointer { (base) throws(TrainingError) in try outputGradient.write(from: base) }
            var found = [Float](repeating: .nan, count: layout.count)
            if let entry = layout.entries.first, setting.layer.hasWeights {
                try parameters.withBasePointer { (base) throws(TrainingError) in
                    try kernel.setParameters(weights: base + entry.weights.lowerBound, biases: base + entry.biases.lowerBound)
                }
                try found.withMutableBasePointer { (base) throws(TrainingError) in
                    try kernel.parameterGradients(
                        source: source, outputGradient: outputGradient, weights: base + entry.weights.lowerBound,
                        biases: base + entry.biases.lowerBound)
                }
            }
            try kernel.forward(source, to: output)
            try kernel.sourceGradient(outputGradient: outputGradient, to: sourceGradient)
            reference = try ReferenceNetwork(network, parameters: parameters)
            images = Self.parts(sources, setting.images)
            outputGradients = Self.parts(gradients, setting.images)
            outputs = try Self.values(of: output, count: gradients.count)
            sourceGradients = try Self.values(of: sourceGradient, count: sources.count)
            parameterGradients = setting.layer.hasWeights ? found : []
        }

        private static func parts(_ values: [Float], _ count: Int) -> [[Double]] {
            let size = values.count / count
            return (0..<count).map { values[($0 * size)..<(($0 + 1) * size)].map(Double.init) }
        }

        private static func values(of maps: FeatureMaps, count: Int) throws -> [Float] {
            var plain = [Float](repeating: .nan, count: count)
            try plain.withMutableBasePointer { (base) throws(TrainingError) in try maps.read(into: base) }
            return plain
        }

        /// What is differentiated: the outputs of an image, weighted by the gradients handed in.
        func loss(_ image: [Double], _ index: Int) -> Double {
            zip(reference.firstOutput(image), outputGradients[index]).reduce(0) { $0 + $1.0 * $1.1 }
        }
    }

    /// Of many values every so many-th, at a step that has no factor in common with the extents.
    private static func some(of count: Int) -> StrideTo<Int> { stride(from: 0, to: count, by: count < 100 ? 1 : count / 31 | 1) }

    private static let step = 1e-5

    @Test("A layer's output is that of the plain definition", arguments: settings)
    func output(setting: Setting) throws {
        let answers = try Answers(setting)
        let expected = answers.images.flatMap(answers.reference.firstOutput)
        #expect(expected.count == answers.outputs.count)
        for (found, expected) in zip(answers.outputs, expected) {
            #expect(abs(Double(found) - expected) < 1e-4 * max(1, abs(expected)))
        }
    }

    @Test("A layer's input gradient is the difference quotient", arguments: settings)
    func sourceGradient(setting: Setting) throws {
        let answers = try Answers(setting)
        for (index, image) in answers.images.enumerated() {
            for place in Self.some(of: image.count) {
                var moved = image
                moved[place] += Self.step
                let above = answers.loss(moved, index)
                moved[place] -= 2 * Self.step
                let expected = (above - answers.loss(moved, index)) / (2 * Self.step)
                let found = Double(answers.sourceGradients[index * image.count + place])
                #expect(abs(found - expected) < 2e-4 * max(1, abs(expected)), "image \(index), value \(place)")
            }
        }
    }

    @Test("A layer's weight and bias gradients are the difference quotients", arguments: settings.filter(\.layer.hasWeights))
    func parameterGradients(setting: Setting) throws {
        var answers = try Answers(setting)
        let biases = answers.reference.layout.entries[0].biases
        for place in Array(Self.some(of: biases.lowerBound)) + Array(biases) {
            let value = answers.reference.parameters[place]
            var sums: [Double] = []
            for moved in [value + Self.step, value - Self.step] {
                answers.reference.parameters[place] = moved
                sums.append(answers.images.enumerated().reduce(0) { $0 + answers.loss($1.element, $1.offset) })
            }
            answers.reference.parameters[place] = value
            let expected = (sums[0] - sums[1]) / (2 * Self.step)
            #expect(abs(Double(answers.parameterGradients[place]) - expected) < 2e-4 * max(1, abs(expected)), "parameter \(place)")
        }
    }
}
