import Networks
import Precision
import Recipes
import TestSupport
import Testing

@testable import Training

/// Inference in integers against the simulation in single precision.
struct EqualityTests {
    /// The paper's precisions but float32, and others at the ends of what there is.
    static let precisions = ["fixed32", "fixed16", "fixed8", "fixed4", "pow2", "binary"]
    static let unusual = [
        "fixed:2,2", "fixed:3,5", "fixed:1,1", "fixed:8,16", "fixed:16,8", "fixed:24,24", "fixed:32,16", "pow2:2,8", "pow2:3,4",
        "pow2:9,16", "pow2:7,32", "binary:1", "binary:8", "binary:32",
    ]

    /// Sums below 2^24 are certain there: few bits, or one.
    private static let isAlwaysBelow: Set<String> = [
        "fixed8", "fixed4", "fixed:2,2", "fixed:3,5", "fixed:1,1", "pow2:2,8", "pow2:3,4", "binary:1", "binary:8",
    ]

    private static func check(
        _ network: Network, _ name: String, _ radix: RadixPolicy, _ images: ImageSet, parameters: [Float]? = nil
    ) async throws {
        // The choice by least squared error takes long for large networks in a debug build.
        let calibrated = try await Calibrated(
            network, try Precision(parsing: name), radix: radix, images: images, parameters: parameters,
            rule: network.weightCount > 100_000 ? .largestMagnitude : .leastSquaredError)
        let found = try await calibrated.examiner().examine(images, traced: 1)
        #expect(found.images == images.count)
        #expect(found.imagesTraced == 1)
        // The proof: whichever image stays below the limit has the same bits.
        #expect(found.imagesBelowLimitEqual == found.imagesBelowLimit, "\(network.name) \(name) \(radix): \(found)")
        #expect(found.imagesDiffering <= found.images - found.imagesBelowLimit)
        if isAlwaysBelow.contains(name) { #expect(found.imagesBelowLimit == images.count, "\(network.name) \(name): \(found)") }
        for layer in found.layers {
            #expect(layer.accumulatorBits > 0)
            #expect(layer.featureMapSaturated <= layer.featureMapValues)
        }
        #expect(found.layers.dropLast().allSatisfy { $0.featureMapValues > 0 })
    }

    @Test("Class scores in integers are the simulation's bit for bit on real images", arguments: PaperNetworks.names)
    func realImages(name: String) async throws {
        let dataset = RealImages.dataset(of: name)
        guard SharedDatasets.mustRun(dataset) else {
            print("skipped: \(SharedDatasets.reasonToSkip(dataset))")
            return
        }
        let network = try PaperNetworks.network(name)
        let isLarge = network.macs > 20_000_000
        let images = try RealImages.images(for: network, count: isLarge ? 2 : 4)
        let parameters = Calibrated.parameters(try ParameterLayout(network))
        for (index, precision) in Self.precisions.enumerated() {
            // Debug builds are slow: the large networks take the two policies in turn.
            let policies = isLarge ? [RadixPolicy.allCases[index % 2]] : RadixPolicy.allCases
            for radix in policies { try await Self.check(network, precision, radix, images, parameters: parameters) }
        }
    }

    @Test(
        "And on images without any file, with networks of every kind of layer", arguments: TinyNetworks.names, precisions + unusual)
    func everyLayer(name: String, precision: String) async throws {
        let network = try TinyNetworks.network(name)
        let images = try RandomImages.images(network.input, count: 7, classCount: network.output.count)
        for radix in RadixPolicy.allCases { try await Self.check(network, precision, radix, images) }
    }

    @Test("Sixteen-bit data below the limit is equal too, and beyond it is counted")
    func wideData() async throws {
        let network = try TinyNetworks.network("convolution")
        let images = try RandomImages.images(network.input, count: 7, classCount: network.output.count)
        let binary = try await Calibrated(network, .binary, radix: .layer, images: images)
        let below = try await binary.examiner().examine(images)
        #expect(below.imagesBelowLimitEqual == 7)
        let fixed = try await Calibrated(network, .fixed16, radix: .layer, images: images)
        let beyond = try await fixed.examiner().examine(images)
        #expect(beyond.imagesBelowLimit == 0)
        #expect(beyond.images == 7)
    }

    @Test("One thread, two and three find the same")
    func threads() async throws {
        let network = try TinyNetworks.network("poolings in a row")
        let images = try RandomImages.images(network.input, count: 40, classCount: network.output.count)
        let calibrated = try await Calibrated(network, .fixed4, radix: .layer, images: images)
        let one = try await calibrated.examiner(threads: 1).examine(images, traced: 20)
        #expect(one.imagesTraced == 20)
        for threads in [2, 3] {
            #expect(try await calibrated.examiner(threads: threads).examine(images, traced: 20) == one)
        }
    }

    @Test("An average pooling at the end is rounded here alone: no image counts as below the limit")
    func meanOfScores() async throws {
        let network = try Network(
            name: "mean", title: "Mean", input: Shape(height: 6, width: 6, channels: 2),
            layers: [
                TinyNetworks.convolution("conv1", kernel: 2, channels: 3),
                TinyNetworks.convolution("conv2", kernel: 1, channels: 3, relu: false),
                TinyNetworks.pooling("pool1", .average, kernel: 5, stride: 5),
            ], source: "test")
        let images = try RandomImages.images(network.input, count: 5, classCount: network.output.count)
        let calibrated = try await Calibrated(network, .fixed8, radix: .layer, images: images)
        let found = try await calibrated.examiner().examine(images)
        #expect(found.imagesBelowLimit == 0)
        #expect(found.imagesDiffering == 0)
    }
}
