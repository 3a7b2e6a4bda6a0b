/// A layer at its place in a network: with the shapes that reach and leave it, and the work between them.
public struct PlacedLayer: Hashable, Sendable {
    /// The layer.
    public let layer: Layer

    /// The shape of the feature maps that reach the layer.
    public let input: Shape

    /// The shape of the feature maps that leave it.
    public let output: Shape

    /// The number of weights, biases not counted.
    public let weightCount: Int

    /// The number of biases: one an output channel.
    public let biasCount: Int

    /// Multiply-accumulate operations for one image; 0 for a pooling.
    public let macs: Int

    /// The name of the layer.
    public var name: String { layer.name }

    static let largestCount = 1 << 40

    /// Places a layer behind feature maps of a shape.
    ///
    /// - Throws: `NetworkError` with the layer's name if its window does not fit or a size would overflow.
    init(_ layer: Layer, input: Shape) throws(NetworkError) {
        let output = try layer.outputShape(for: input)
        let weightsPerOutput: Int
        switch layer.kind {
        case .convolution(let kernel, _, _, _): weightsPerOutput = kernel * kernel * input.channels
        case .innerProduct: weightsPerOutput = input.count
        case .pooling: weightsPerOutput = 0
        }
        let weights = weightsPerOutput.multipliedReportingOverflow(by: output.channels)
        let macs = weightsPerOutput.multipliedReportingOverflow(by: output.count)
        guard !weights.overflow, !macs.overflow, max(macs.partialValue, output.count) < Self.largestCount else {
            throw .tooLarge(layer: layer.name)
        }
        self.layer = layer
        self.input = input
        self.output = output
        self.weightCount = weights.partialValue
        self.biasCount = layer.hasWeights ? output.channels : 0
        self.macs = macs.partialValue
    }
}

extension Layer {
    /// The shape of the feature maps that leave this layer.
    ///
    /// Convolution: `(extent + 2 * padding - kernel) / stride + 1`, rounded down. Pooling: the same without padding, rounded up
    /// (Caffe). An inner product gives `1×1×outputs`.
    ///
    /// - Throws: `NetworkError` with this layer's name.
    func outputShape(for input: Shape) throws(NetworkError) -> Shape {
        switch kind {
        case .convolution(let kernel, let outputChannels, let stride, let padding):
            try check(kernel, "kernel")
            try check(outputChannels, "number of output channels")
            try check(stride, "stride")
            guard (0..<kernel).contains(padding) else {
                throw .paddingTooLarge(layer: name, kernel: kernel, padding: padding)
            }
            let (height, width) = (input.height + 2 * padding, input.width + 2 * padding)
            guard kernel <= min(height, width) else { throw .windowTooLarge(layer: name, kernel: kernel, input: input) }
            return Shape(
                height: (height - kernel) / stride + 1, width: (width - kernel) / stride + 1, channels: outputChannels)
        case .pooling(_, let kernel, let stride):
            try check(kernel, "kernel")
            try check(stride, "stride")
            guard stride <= kernel else { throw .strideTooLarge(layer: name, kernel: kernel, stride: stride) }
            guard kernel <= min(input.height, input.width) else {
                throw .windowTooLarge(layer: name, kernel: kernel, input: input)
            }
            return Shape(
                height: (input.height - kernel + stride - 1) / stride + 1,
                width: (input.width - kernel + stride - 1) / stride + 1, channels: input.channels)
        case .innerProduct(let outputs):
            try check(outputs, "number of outputs")
            return Shape(height: 1, width: 1, channels: outputs)
        }
    }

    private func check(_ extent: Int, _ what: String) throws(NetworkError) {
        guard (1...Shape.largestExtent).contains(extent) else {
            throw .extentOutOfRange(layer: name, what: what, value: extent)
        }
    }
}
