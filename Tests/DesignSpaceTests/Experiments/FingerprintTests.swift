import Networks
import Testing

@testable import DesignSpace

@Suite("Fingerprints of networks")
struct FingerprintTests {
    @Test(
        "A layer is written as it was when the first fingerprints were kept",
        arguments: [
            Layer.Kind.convolution(kernel: 5, outputChannels: 20, stride: 1, padding: 2), .pooling(.max, kernel: 2, stride: 2),
            .pooling(.average, kernel: 3, stride: 2), .innerProduct(outputs: 500),
        ])
    func text(kind: Layer.Kind) { #expect(kind.fingerprintText == "\(kind)") }
}
