import Networks
import Testing

@Suite("Networks")
struct NetworkTests {
    private func network(_ layers: [Layer], input: Shape = Shape(height: 28, width: 28, channels: 1)) throws(NetworkError)
        -> Network
    {
        try Network(name: "test", title: "Test", input: input, layers: layers, source: "test")
    }

    private func convolution(_ name: String = "conv", kernel: Int = 5, channels: Int = 20, stride: Int = 1, padding: Int = 0)
        -> Layer
    {
        Layer(
            name: name, kind: .convolution(kernel: kernel, outputChannels: channels, stride: stride, padding: padding),
            activation: .relu)
    }

    @Test("A convolution's size is rounded down, with its padding and stride")
    func convolutionShape() throws {
        #expect(try network([convolution()]).output == Shape(height: 24, width: 24, channels: 20))
        #expect(try network([convolution(padding: 2)]).output == Shape(height: 28, width: 28, channels: 20))
        #expect(try network([convolution(stride: 2)]).output == Shape(height: 12, width: 12, channels: 20))
    }

    @Test("A pooling's size is rounded up, as Caffe does", arguments: [(32, 16), (16, 8), (8, 4), (24, 12), (5, 2)])
    func poolingShape(input: Int, output: Int) throws {
        let layers = [
            Layer(name: "pool", kind: .pooling(.max, kernel: 3, stride: 2), activation: .none),
            Layer(name: "ip", kind: .innerProduct(outputs: 10), activation: .none),
        ]
        let placed = try network(layers, input: Shape(height: input, width: input, channels: 3)).layers
        #expect(placed[0].output == Shape(height: output, width: output, channels: 3))
        #expect(placed[0].weightCount == 0)
        #expect(placed[0].macs == 0)
    }

    @Test("Weights and MACs are products of the shapes")
    func counts() throws {
        let layers = [convolution(), Layer(name: "ip", kind: .innerProduct(outputs: 10), activation: .none)]
        let network = try network(layers)
        #expect(network.layers[0].weightCount == 25 * 20)
        #expect(network.layers[0].biasCount == 20)
        #expect(network.layers[0].macs == 24 * 24 * 20 * 25)
        #expect(network.layers[1].weightCount == 24 * 24 * 20 * 10)
        #expect(network.weightCount == 25 * 20 + 24 * 24 * 20 * 10)
        #expect(network.macs == 24 * 24 * 20 * 25 + 24 * 24 * 20 * 10)
    }

    @Test("Layers that do not fit are refused by name")
    func misfits() {
        #expect(throws: NetworkError.noWeightLayer) { try network([]) }
        #expect(throws: NetworkError.duplicateLayer("conv")) { try network([convolution(), convolution()]) }
        #expect(throws: NetworkError.windowTooLarge(layer: "conv", kernel: 29, input: Shape(height: 28, width: 28, channels: 1))) {
            try network([convolution(kernel: 29)])
        }
        #expect(throws: NetworkError.paddingTooLarge(layer: "conv", kernel: 5, padding: 5)) {
            try network([convolution(padding: 5)])
        }
        #expect(throws: NetworkError.extentOutOfRange(layer: "conv", what: "stride", value: 0)) {
            try network([convolution(stride: 0)])
        }
        #expect(throws: NetworkError.strideTooLarge(layer: "pool", kernel: 2, stride: 3)) {
            try network([Layer(name: "pool", kind: .pooling(.max, kernel: 2, stride: 3), activation: .none), convolution()])
        }
    }

    @Test("Extents that would overflow are refused, not computed")
    func overflow() {
        let wide = Layer(name: "wide", kind: .innerProduct(outputs: 65_536), activation: .none)
        #expect(throws: NetworkError.tooLarge(layer: "wide")) {
            try network([wide], input: Shape(height: 4096, width: 4096, channels: 64))
        }
        #expect(throws: NetworkError.extentOutOfRange(layer: "input", what: "height", value: Int.max)) {
            try network([wide], input: Shape(height: .max, width: .max, channels: .max))
        }
        #expect(throws: NetworkError.extentOutOfRange(layer: "conv", what: "number of output channels", value: .max)) {
            try network([convolution(channels: .max)])
        }
    }

    @Test("Every error says which layer, what was found and what would do")
    func wording() {
        let error = NetworkError.paddingTooLarge(layer: "conv2", kernel: 5, padding: 7)
        #expect(error.layer == "conv2")
        #expect(error.description == "layer 'conv2': padding 7 must be smaller than the window of 5")
    }
}
