import Precision

/// A network for a data set at a precision: what is designed, before anything is known of it.
public struct DesignPoint: Hashable, Sendable {
    /// The network's name.
    public let network: String

    /// The data set's name.
    public let dataset: String

    /// The precision of every layer.
    public let precision: Precision

    /// Where radix points stand.
    public let radix: RadixPolicy

    /// Makes a point.
    public init(network: String, dataset: String, precision: Precision, radix: RadixPolicy = .global) {
        self.network = network
        self.dataset = dataset
        self.precision = precision
        self.radix = radix
    }

    /// The point without its data set, as a person names it.
    public var reference: PointReference { PointReference(network: network, precision: precision, radix: radix) }
}
