import Networks
import Precision
import Testing

@testable import Training

struct AccumulatorBitsTests {
    /// One inner product of 20 inputs, as whole numbers: the accumulator takes 16 products, and then the last four.
    private static func bits(weights: [Int32], inputs: [Int32], bias: Int32) throws -> Int {
        let network = try Network(
            name: "one", title: "One", input: Shape(height: 4, width: 5, channels: 1),
            layers: [TinyNetworks.innerProduct("ip1", 1)], source: "test")
        let format = try FixedPointFormat(bits: 16, fractionBits: 0)
        let codes = LayerCodes(
            quantization: LayerQuantization(layer: "ip1", weights: .fixed(format: format), output: nil), weights: weights,
            biases: [LayerCodes.Bias(significand: bias, shift: 0)])
        let integer = try IntegerNetwork(network, input: format, codes: [codes])
        let layer = try #require(integer.layers.first)
        var examination = LayerExamination(layer)
        return examination.accumulatorBits(inputs, image: 0)
    }

    private static let ones = [Int32](repeating: 1, count: 20)

    @Test("An accumulator that stays at zero needs its sign alone")
    func zero() throws {
        #expect(try Self.bits(weights: [Int32](repeating: 0, count: 20), inputs: Self.ones, bias: 0) == 1)
    }

    @Test("The largest sum on the way counts, and the bits are those of two's complement", arguments: [1, -1])
    func partialSums(sign: Int32) throws {
        // 16 after the first sixteen, 12 at the end: -16 takes five bits, +16 six.
        let weights = [Int32](repeating: sign, count: 16) + [Int32](repeating: -sign, count: 4)
        #expect(try Self.bits(weights: weights, inputs: Self.ones, bias: 0) == (sign > 0 ? 6 : 5))
    }

    @Test("What a group of sixteen adds and takes away again is never in the accumulator")
    func withinGroup() throws {
        let weights = (0..<20).map { Int32($0 % 2 == 0 ? 1_000 : -1_001) }
        // -8 after the group, -10 at the end.
        #expect(try Self.bits(weights: weights, inputs: Self.ones, bias: 0) == 5)
    }

    @Test("The accumulator starts from the bias")
    func bias() throws {
        let weights = [Int32](repeating: -1, count: 20)
        #expect(try Self.bits(weights: weights, inputs: Self.ones, bias: 1_023) == 11)
    }

    @Test("Below 2^24 steps is what |weight| times |value| and |bias| come to together, not their sum")
    func limit() throws {
        let network = try Network(
            name: "one", title: "One", input: Shape(height: 1, width: 2, channels: 1),
            layers: [TinyNetworks.innerProduct("ip1", 1)], source: "test")
        let format = try FixedPointFormat(bits: 16, fractionBits: 0)
        func isBelow(_ weights: [Int32], _ bias: Int32) throws -> Bool {
            let codes = LayerCodes(
                quantization: LayerQuantization(layer: "ip1", weights: .fixed(format: format), output: nil), weights: weights,
                biases: [LayerCodes.Bias(significand: bias, shift: 0)])
            let layer = try #require(try IntegerNetwork(network, input: format, codes: [codes]).layers.first)
            var examination = LayerExamination(layer)
            return examination.staysBelowLimit([4_096, -1], image: 0)
        }
        #expect(try isBelow([4_095, 4_094], 1))
        #expect(try !isBelow([4_095, -4_095], 1))
        #expect(try !isBelow([-4_095, 4_093], 3))
    }
}
