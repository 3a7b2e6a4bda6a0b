import Networks
import Testing

@testable import Training

struct SizeTests {
    @Test("A network whose feature maps are too large is refused before anything is allocated")
    func featureMaps() throws {
        let network = try Network(
            name: "large", title: "Large", input: Shape(height: 8_192, width: 8_192, channels: 3),
            layers: [TinyNetworks.convolution("conv1", kernel: 1, channels: 64)], source: "test")
        let layout = try ParameterLayout(network)
        #expect(
            throws: TrainingError.networkTooLarge(
                what: "feature-map values of 2 images", count: 8_192 * 8_192 * 67 * 2, most: NetworkEngine.largestCount)
        ) {
            try NetworkEngine(network: network, layout: layout, images: 2, plan: nil, trains: true)
        }
    }

    @Test("A network with too many parameters is refused")
    func parameters() throws {
        let network = try Network(
            name: "large", title: "Large", input: Shape(height: 64, width: 64, channels: 2),
            layers: [TinyNetworks.innerProduct("ip1", 65_536)], source: "test")
        #expect(throws: TrainingError.self) { try ParameterLayout(network) }
    }
}
