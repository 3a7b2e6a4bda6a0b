/// One layer of a network, as Tables I and II of Hashemi et al. describe it.
public struct Layer: Hashable, Sendable {
    /// The two ways in which a pooling window becomes one value.
    public enum Pooling: String, Hashable, Sendable {
        /// The largest value of the window.
        case max
        /// The mean of the window's values that lie inside the feature map, as Caffe does.
        case average
    }

    /// What the layer computes, without the nonlinearity behind it.
    public enum Kind: Hashable, Sendable {
        /// A convolution with square windows of `kernel` by `kernel`.
        case convolution(kernel: Int, outputChannels: Int, stride: Int, padding: Int)
        /// A pooling with square windows of `kernel` by `kernel`; sizes are rounded up, as Caffe does.
        case pooling(Pooling, kernel: Int, stride: Int)
        /// A fully connected layer.
        case innerProduct(outputs: Int)
    }

    /// The nonlinearity behind a layer.
    public enum Activation: String, Hashable, Sendable {
        /// None.
        case none
        /// The larger of the value and zero.
        case relu
    }

    /// The name of the layer within its network, as `conv1`.
    public let name: String

    /// What the layer computes.
    public let kind: Kind

    /// The nonlinearity behind it.
    public let activation: Activation

    /// Makes a layer.
    public init(name: String, kind: Kind, activation: Activation) {
        self.name = name
        self.kind = kind
        self.activation = activation
    }

    /// Whether the layer has weights, and so work for the accelerator.
    public var hasWeights: Bool {
        switch kind {
        case .convolution, .innerProduct: true
        case .pooling: false
        }
    }
}
