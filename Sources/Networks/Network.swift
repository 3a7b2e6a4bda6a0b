/// A feed-forward network whose layers are known to fit each other.
public struct Network: Hashable, Sendable {
    /// The name on the command line and in files, as `alex+`.
    public let name: String

    /// The name a person reads, as `ALEX+`.
    public let title: String

    /// The shape of one input image.
    public let input: Shape

    /// The layers from input to output, each with its shapes.
    public let layers: [PlacedLayer]

    /// Where the architecture comes from, as `Hashemi et al. 2017, Table I`.
    public let source: String

    /// Makes a network from its layers.
    ///
    /// - Throws: `NetworkError` with the first layer that does not fit.
    public init(name: String, title: String, input: Shape, layers: [Layer], source: String) throws(NetworkError) {
        for (what, extent) in [("height", input.height), ("width", input.width), ("number of channels", input.channels)]
        where !(1...Shape.largestExtent).contains(extent) {
            throw .extentOutOfRange(layer: "input", what: what, value: extent)
        }
        guard input.count < PlacedLayer.largestCount else { throw .tooLarge(layer: "input") }
        guard layers.contains(where: \.hasWeights) else { throw .noWeightLayer }
        var names: Set<String> = []
        var placed: [PlacedLayer] = []
        for layer in layers {
            guard names.insert(layer.name).inserted else { throw .duplicateLayer(layer.name) }
            placed.append(try PlacedLayer(layer, input: placed.last?.output ?? input))
        }
        self.name = name
        self.title = title
        self.input = input
        self.layers = placed
        self.source = source
    }

    /// The shape of the output: its channels are the classes.
    public var output: Shape { layers.last?.output ?? input }

    /// Multiply-accumulate operations for one image.
    public var macs: Int { layers.reduce(0) { $0 + $1.macs } }

    /// The number of weights, biases not counted, as the paper's memory footprints count them.
    public var weightCount: Int { layers.reduce(0) { $0 + $1.weightCount } }
}
