import Foundation
import Testing

@testable import Training

struct QuantizationPlanTests {
    private static func plan() throws -> QuantizationPlan {
        let output = try FixedPointFormat(bits: 8, fractionBits: 4)
        return QuantizationPlan(
            input: try FixedPointFormat(bits: 8, fractionBits: 6),
            layers: [
                LayerQuantization(
                    layer: "conv1", weights: .fixed(format: try FixedPointFormat(bits: 8, fractionBits: 7)), output: output),
                LayerQuantization(
                    layer: "conv2", weights: .powerOfTwo(format: try PowerOfTwoFormat(bits: 3, largestExponent: -2)), output: output
                ),
                LayerQuantization(layer: "ip1", weights: .binary(format: try BinaryFormat(exponent: -5)), output: nil),
            ])
    }

    @Test("A plan survives JSON")
    func survivesJSON() throws {
        let plan = try Self.plan()
        #expect(try JSONDecoder().decode(QuantizationPlan.self, from: JSONEncoder().encode(plan)) == plan)
    }

    @Test("A format that cannot be is refused in JSON")
    func refusesWhatCannotBe() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(FixedPointFormat.self, from: Data(#"{"bits": 99, "fraction_bits": 0}"#.utf8))
        }
    }

    @Test("Biases are rounded as by the plain definition, however fine the step", arguments: -126...20)
    func biases(stepExponent: Int) {
        var random = RandomSource(seed: 9)
        let step = Float(sign: .plus, exponent: stepExponent, significand: 1)
        var values = SlowQuantizer.remarkable.filter(\.isFinite) + (0..<100).map { _ in random.nearlyNormal() }
        for multiple in stride(from: Float(-4), through: 4, by: 0.25) { values.append(multiple * step) }
        var result = values
        values.withBasePointer { from in
            result.withMutableBasePointer {
                BiasQuantizer(stepExponent: stepExponent).quantize(from, to: $0, count: values.count)
            }
        }
        for (value, result) in zip(values, result) {
            #expect(result == SlowQuantizer.bias(value, stepExponent: stepExponent), "\(value)")
        }
    }

    @Test("Biases are held at the weight's step times the step of the layer's input")
    func biasSteps() throws {
        #expect(try Self.plan().biasStepExponents == [-7 - 6, -4 - 4, -5 - 4])
        let values: [Float] = [0.3, 0.374, 0.376, -0.125, 100.1]
        var result = values
        values.withBasePointer { from in
            result.withMutableBasePointer { BiasQuantizer(stepExponent: -2).quantize(from, to: $0, count: values.count) }
        }
        #expect(result == [0.25, 0.25, 0.5, 0, 100])
    }
}
