/// Why layers do not make a network.
public enum NetworkError: Error, Hashable, Sendable {
    /// A network without any layer that has weights.
    case noWeightLayer
    /// An extent that is not positive, or beyond `Shape.largestExtent`.
    case extentOutOfRange(layer: String, what: String, value: Int)
    /// Two layers of one name.
    case duplicateLayer(String)
    /// A window that is larger than the feature map it slides over.
    case windowTooLarge(layer: String, kernel: Int, input: Shape)
    /// A padding at least as large as the window.
    case paddingTooLarge(layer: String, kernel: Int, padding: Int)
    /// A pooling whose stride would leave gaps at the border.
    case strideTooLarge(layer: String, kernel: Int, stride: Int)
    /// So many weights or values that sizes would overflow.
    case tooLarge(layer: String)

    /// The name of the layer at fault, if it is one layer's fault.
    public var layer: String? {
        switch self {
        case .noWeightLayer: nil
        case .extentOutOfRange(let layer, _, _), .duplicateLayer(let layer), .windowTooLarge(let layer, _, _),
            .paddingTooLarge(let layer, _, _), .strideTooLarge(let layer, _, _), .tooLarge(let layer):
            layer
        }
    }
}

extension NetworkError: CustomStringConvertible {
    /// What went wrong, the value, and what would do.
    public var description: String {
        switch self {
        case .noWeightLayer:
            "no convolution or inner product: a network needs at least one"
        case .extentOutOfRange(let layer, let what, let value):
            "layer '\(layer)': \(what) is \(value): use 1 to \(Shape.largestExtent)"
        case .duplicateLayer(let layer):
            "two layers are called '\(layer)': give each a name of its own"
        case .windowTooLarge(let layer, let kernel, let input):
            "layer '\(layer)': a \(kernel)×\(kernel) window does not fit its input of \(input), padding included"
        case .paddingTooLarge(let layer, let kernel, let padding):
            "layer '\(layer)': padding \(padding) must be smaller than the window of \(kernel)"
        case .strideTooLarge(let layer, let kernel, let stride):
            "layer '\(layer)': stride \(stride) must not be larger than the window of \(kernel)"
        case .tooLarge(let layer):
            "layer '\(layer)': more than 2^40 values, weights or MACs; use a smaller layer"
        }
    }
}
