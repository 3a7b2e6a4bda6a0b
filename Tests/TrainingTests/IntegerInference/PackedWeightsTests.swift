import Networks
import Precision
import TestSupport
import Testing

@testable import Training

struct PackedWeightsTests {
    private static func calibrated(_ precision: String, network: String = "many channels") async throws -> Calibrated {
        let network = try TinyNetworks.network(network)
        let images = try RandomImages.images(network.input, count: 6, classCount: network.output.count)
        return try await Calibrated(network, try Precision(parsing: precision), radix: .layer, images: images)
    }

    private static func packed(_ calibrated: Calibrated) throws -> PackedWeights {
        try PackedWeights(network: calibrated.network, weights: calibrated.weights, quantization: calibrated.plan)
    }

    @Test(
        "A network from packed weights is the one from full precision, bit for bit",
        arguments: ["fixed8", "fixed4", "pow2", "binary", "fixed:1,4", "fixed:3,16", "fixed:7,7", "pow2:2,8", "pow2:8,8"])
    func roundTrip(precision: String) async throws {
        for name in TinyNetworks.names {
            let calibrated = try await Self.calibrated(precision, network: name)
            let packed = try PackedWeights(decoding: Self.packed(calibrated).encoded())
            #expect(packed.quantization == calibrated.plan)
            let network = try IntegerNetwork(calibrated.network, packed: packed)
            #expect(try network == calibrated.integerNetwork, "\(name) \(precision)")
            let classifier = IntegerClassifier(network, transform: calibrated.transform, threads: 1)
            let other = IntegerClassifier(try calibrated.integerNetwork, transform: calibrated.transform, threads: 2)
            #expect(try await classifier.evaluate(calibrated.images) == other.evaluate(calibrated.images))

            let rounded = try packed.rounded(for: calibrated.network)
            let simulated = try SimulatedNetwork(calibrated.network, weights: rounded, plan: packed.quantization)
            let original = try SimulatedNetwork(calibrated.network, weights: calibrated.weights, plan: calibrated.plan)
            #expect(simulated.parameters == original.parameters, "\(name) \(precision)")
            let parameters = try rounded.parameters(for: simulated.layout)
            #expect(parameters == simulated.parameters, "\(name) \(precision): rounding has moved rounded values")
        }
    }

    @Test("ALEX takes tens of kilobytes at fixed4, and an eighth of that and its biases at binary")
    func size() async throws {
        let network = try PaperNetworks.network("alex")
        let images = try RandomImages.images(network.input, count: 20)
        var sizes: [Int] = []
        for precision in [Precision.fixed4, .binary] {
            sizes.append(try Self.packed(await Calibrated(network, precision, radix: .layer, images: images)).encoded().count)
        }
        let biases = 138
        let heading = 1_024
        #expect((network.weightCount / 2 + 8 * biases...network.weightCount / 2 + 8 * biases + heading).contains(sizes[0]))
        #expect((network.weightCount / 8 + 8 * biases...network.weightCount / 8 + 8 * biases + heading).contains(sizes[1]))
    }

    @Test("Weights of more than eight bits are not packed")
    func refusesWideWeights() async throws {
        let calibrated = try await Self.calibrated("fixed16")
        #expect(throws: TrainingError.self) { try Self.packed(calibrated) }
    }

    @Test("Another network's packed weights are refused")
    func refusesAnotherNetwork() async throws {
        let packed = try Self.packed(await Self.calibrated("fixed4"))
        #expect(throws: TrainingError.self) { try IntegerNetwork(TinyNetworks.network("convolution"), packed: packed) }
        #expect(throws: TrainingError.self) { try packed.rounded(for: TinyNetworks.network("convolution")) }
    }

    @Test("Damaged bytes are refused by their checksum, and truncated ones too")
    func refusesDamage() async throws {
        let bytes = try Self.packed(await Self.calibrated("fixed4")).encoded()
        for count in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: TrainingError.self) { try PackedWeights(decoding: Array(bytes[..<count])) }
        }
        for index in stride(from: 0, to: bytes.count, by: 3) {
            var damaged = bytes
            damaged[index] ^= 0x40
            #expect(throws: TrainingError.self) { try PackedWeights(decoding: damaged) }
        }
    }

    @Test(
        "Whatever stands under a checksum that fits, decoding ends with weights or an error",
        arguments: ["fixed4", "pow2", "binary"])
    func mutations(precision: String) async throws {
        let calibrated = try await Self.calibrated(precision)
        let good = Array(try Self.packed(calibrated).encoded().dropLast(8))
        var random = RandomSource(seed: 20)
        var (decoded, refused) = (0, 0)
        for _ in 0..<3_000 {
            var bytes = good
            for _ in 0...random.index(below: 4) {
                let place = random.index(below: bytes.count)
                switch random.index(below: 4) {
                case 0: bytes[place] = UInt8(random.index(below: 256))
                case 1: bytes[place] ^= 1 << UInt8(random.index(below: 8))
                case 2: bytes.removeSubrange(place..<min(place + 1 + random.index(below: 9), bytes.count))
                default: bytes.replaceSubrange(place..<place, with: [UInt8](repeating: 0xff, count: 8))
                }
                if bytes.isEmpty { bytes = [0] }
            }
            do {
                let packed = try PackedWeights(decoding: Self.withChecksum(bytes))
                // What was decoded takes no more memory than its bytes, and holds no more numbers than they have bits.
                #expect(packed.layers.reduce(0) { $0 + $1.codes.count + 8 * $1.biases.count } <= bytes.count)
                #expect(packed.layers.allSatisfy { $0.count <= 8 * bytes.count })
                _ = try? IntegerNetwork(calibrated.network, packed: packed)
                decoded += 1
            } catch {
                refused += 1
            }
        }
        #expect(decoded > 0 && refused > 0)
    }

    private static func withChecksum(_ bytes: [UInt8]) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(bytes: bytes)
        return writer.finished()
    }
}
