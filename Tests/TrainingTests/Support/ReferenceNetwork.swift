import Networks

@testable import Training

/// A network's forward pass by the plain definitions, in double precision and without any kernel library.
struct ReferenceNetwork {
    let network: Network
    let layout: ParameterLayout
    var parameters: [Double]
    var plan: QuantizationPlan?

    init(_ network: Network, parameters: [Float], plan: QuantizationPlan? = nil) throws {
        self.network = network
        layout = try ParameterLayout(network)
        self.parameters = parameters.map(Double.init)
        self.plan = plan
    }

    /// The class scores of one image, whose values are in CHW order.
    func scores(_ image: [Double]) -> [Double] {
        var format = plan?.input
        var values = image.map { format?.exact($0) ?? $0 }
        var weightLayer = 0
        for (index, layer) in network.layers.enumerated() {
            values = output(of: layer, weightLayer: weightLayer, values)
            if layer.layer.hasWeights {
                format = plan?.layers[weightLayer].output
                weightLayer += 1
            }
            if let format, index < network.layers.count - 1 { values = values.map(format.exact) }
        }
        return values
    }

    /// The output of the first layer for one image.
    func firstOutput(_ image: [Double]) -> [Double] { output(of: network.layers[0], weightLayer: 0, image) }

    private func output(of layer: PlacedLayer, weightLayer: Int, _ input: [Double]) -> [Double] {
        let values =
            switch layer.layer.kind {
            case .convolution(let kernel, _, let stride, let padding):
                convolve(input, layer, layout.entries[weightLayer], kernel: kernel, stride: stride, padding: padding)
            case .innerProduct:
                convolve(input, layer, layout.entries[weightLayer], kernel: 0, stride: 1, padding: 0)
            case .pooling(let kind, let kernel, let stride):
                pool(input, layer, kind, kernel: kernel, stride: stride)
            }
        return layer.layer.activation == .relu ? values.map { max(0, $0) } : values
    }

    /// The mean cross-entropy of images.
    func loss(_ images: [[Double]], labels: [UInt8]) -> Double {
        var sum = 0.0
        for (image, label) in zip(images, labels) {
            let scores = scores(image)
            let largest = scores.max() ?? 0
            sum += Self.logarithm(scores.reduce(0) { $0 + Self.exponential($1 - largest) }) + largest - scores[Int(label)]
        }
        return sum / Double(images.count)
    }

    private func convolve(
        _ values: [Double], _ layer: PlacedLayer, _ entry: ParameterLayout.Entry, kernel: Int, stride: Int, padding: Int
    ) -> [Double] {
        let (input, output) = (layer.input, layer.output)
        let (rows, columns) = kernel == 0 ? (input.height, input.width) : (kernel, kernel)
        var result: [Double] = []
        for channel in 0..<output.channels {
            for row in 0..<output.height {
                for column in 0..<output.width {
                    var sum = parameters[entry.biases.lowerBound + channel]
                    for source in 0..<input.channels {
                        for y in 0..<rows {
                            for x in 0..<columns {
                                let (sourceRow, sourceColumn) = (row * stride + y - padding, column * stride + x - padding)
                                guard (0..<input.height).contains(sourceRow), (0..<input.width).contains(sourceColumn) else {
                                    continue
                                }
                                let weight = ((channel * input.channels + source) * rows + y) * columns + x
                                sum +=
                                    parameters[entry.weights.lowerBound + weight]
                                    * values[(source * input.height + sourceRow) * input.width + sourceColumn]
                            }
                        }
                    }
                    result.append(sum)
                }
            }
        }
        return result
    }

    private func pool(_ values: [Double], _ layer: PlacedLayer, _ kind: Layer.Pooling, kernel: Int, stride: Int) -> [Double] {
        let (input, output) = (layer.input, layer.output)
        var result: [Double] = []
        for channel in 0..<output.channels {
            for row in 0..<output.height {
                for column in 0..<output.width {
                    var window: [Double] = []
                    for y in (row * stride)..<min(row * stride + kernel, input.height) {
                        for x in (column * stride)..<min(column * stride + kernel, input.width) {
                            window.append(values[(channel * input.height + y) * input.width + x])
                        }
                    }
                    result.append(kind == .max ? window.max() ?? 0 : window.reduce(0, +) / Double(window.count))
                }
            }
        }
        return result
    }
}

extension FixedPointFormat {
    /// The format's value for a number in double precision.
    func exact(_ value: Double) -> Double {
        let step = Double(sign: .plus, exponent: -fractionBits, significand: 1)
        return min(max((value / step).rounded(.toNearestOrEven), Double(smallestCode)), Double(largestCode)) * step
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension ReferenceNetwork {
    fileprivate static func exponential(_ value: Double) -> Double { exp(value) }
    fileprivate static func logarithm(_ value: Double) -> Double { log(value) }
}
