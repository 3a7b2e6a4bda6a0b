import Networks

/// Networks that are small enough to be differentiated by differences.
enum TinyNetworks {
    static let input = Shape(height: 7, width: 6, channels: 2)

    static func convolution(_ name: String, kernel: Int, channels: Int, stride: Int = 1, padding: Int = 0, relu: Bool = true)
        -> Layer
    {
        Layer(
            name: name, kind: .convolution(kernel: kernel, outputChannels: channels, stride: stride, padding: padding),
            activation: relu ? .relu : .none)
    }

    static func pooling(_ name: String, _ pooling: Layer.Pooling, kernel: Int, stride: Int, relu: Bool = false) -> Layer {
        Layer(name: name, kind: .pooling(pooling, kernel: kernel, stride: stride), activation: relu ? .relu : .none)
    }

    static func innerProduct(_ name: String, _ outputs: Int, relu: Bool = false) -> Layer {
        Layer(name: name, kind: .innerProduct(outputs: outputs), activation: relu ? .relu : .none)
    }

    /// One network for each way in which a layer can be set or stand between others, by name.
    static let layers: [String: [Layer]] = [
        "inner product": [innerProduct("ip1", 3)],
        "two inner products": [innerProduct("ip1", 5, relu: true), innerProduct("ip2", 3)],
        "convolution": [convolution("conv1", kernel: 3, channels: 3), innerProduct("ip1", 3)],
        "padded convolution with stride": [
            convolution("conv1", kernel: 3, channels: 3, stride: 2, padding: 1),
            convolution("conv2", kernel: 2, channels: 4, padding: 1),
            innerProduct("ip1", 3),
        ],
        "many channels": [
            convolution("conv1", kernel: 2, channels: 18), convolution("conv2", kernel: 1, channels: 17, relu: false),
            innerProduct("ip1", 3),
        ],
        "max pooling over the border": [
            convolution("conv1", kernel: 1, channels: 3), pooling("pool1", .max, kernel: 3, stride: 2), innerProduct("ip1", 3),
        ],
        "average pooling over the border": [
            convolution("conv1", kernel: 1, channels: 3), pooling("pool1", .average, kernel: 3, stride: 2), innerProduct("ip1", 3),
        ],
        "poolings in a row": [
            convolution("conv1", kernel: 2, channels: 3), pooling("pool1", .average, kernel: 2, stride: 1),
            pooling("pool2", .max, kernel: 3, stride: 2), pooling("pool3", .max, kernel: 2, stride: 1), innerProduct("ip1", 3),
        ],
        "pooling first, with a ReLU": [
            pooling("pool1", .average, kernel: 2, stride: 2, relu: true), convolution("conv1", kernel: 2, channels: 3),
            pooling("pool2", .max, kernel: 2, stride: 2), innerProduct("ip1", 3),
        ],
        "scores of a convolution": [
            convolution("conv1", kernel: 3, channels: 4), innerProduct("ip1", 6, relu: true),
            convolution("conv2", kernel: 1, channels: 3, relu: false),
        ],
    ]

    static let names = layers.keys.sorted()

    static func network(_ name: String) throws -> Network {
        try Network(name: name, title: name, input: input, layers: layers[name] ?? [], source: "test")
    }

    /// A network like LeNet and ALEX in small, for sessions.
    static func classifier(classes: Int = 3) throws -> Network {
        try Network(
            name: "tiny", title: "Tiny", input: Shape(height: 6, width: 6, channels: 1),
            layers: [
                convolution("conv1", kernel: 3, channels: 4, padding: 1), pooling("pool1", .max, kernel: 2, stride: 2),
                convolution("conv2", kernel: 2, channels: 6), pooling("pool2", .average, kernel: 2, stride: 2),
                innerProduct("ip1", classes),
            ], source: "test")
    }
}
