import CKernels
import Testing

@testable import Training

/// The vectorised loops at every length up to 40 and from every place within a vector: against the same function on one value, whose
/// results the quantizers' own tests hold to a slow reference, or against the plain formula. (Compilers make vectors of these loops in
/// release builds only, where Scripts/soak.d/other-processors runs these tests.)
struct ElementwiseKernelTests {
    private static let largestCount = 40
    private static let untouched: Float = -12_345
    private static let margin = 16

    /// Values of all kinds, infinities and NaN among them, but no NaN that signals: no arithmetic has one as its result, and arm64's
    /// maximum does not take it for one.
    private static func values(seed: UInt64) -> [Float] {
        let remarkable = SlowQuantizer.remarkable.filter { !$0.isSignalingNaN }
        var random = RandomSource(seed: seed)
        return (0..<(largestCount + 2 * margin)).map { index in
            index % 5 == 2 ? remarkable[random.index(below: remarkable.count)] : random.nearlyNormal() * 3
        }
    }

    /// Calls a loop at all lengths and offsets, on values of its own and in place; expects what `expected` says of each value.
    private func check(
        _ name: String, _ loop: (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void, _ expected: (Float) -> Float
    ) {
        let source = Self.values(seed: 4)
        for count in 0...Self.largestCount {
            for offset in 0..<Self.margin {
                var apart = [Float](repeating: Self.untouched, count: source.count)
                source.withBasePointer { from in apart.withMutableBasePointer { loop(from + offset, $0 + offset, count) } }
                var inPlace = source
                inPlace.withMutableBasePointer { loop($0 + offset, $0 + offset, count) }
                let range = offset..<(offset + count)
                let wrong = source.indices.first { index in
                    let isInside = range.contains(index)
                    let wanted = isInside ? expected(source[index]) : Self.untouched
                    let wantedInPlace = isInside ? wanted : source[index]
                    return apart[index].bitPattern != wanted.bitPattern || inPlace[index].bitPattern != wantedInPlace.bitPattern
                }
                #expect(wrong == nil, "\(name), \(count) values from \(offset) on")
            }
        }
    }

    /// The same loop on one value alone.
    private func one(
        _ value: Float, _ loop: (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void
    ) -> Float {
        var (source, result) = (value, Self.untouched)
        loop(&source, &result, 1)
        return result
    }

    @Test(
        "Rounding treats the last values of an array as the first",
        arguments: ["fixed", "wide", "pow2", "binary"])
    func rounding(name: String) throws {
        let quantizer: WeightQuantizer =
            switch name {
            case "fixed": .fixed(format: try FixedPointFormat(bits: 4, fractionBits: 2))
            case "wide": .fixed(format: try FixedPointFormat(bits: 28, fractionBits: 25))
            case "pow2": .powerOfTwo(format: try PowerOfTwoFormat(bits: 4, largestExponent: 1))
            default: .binary(format: try BinaryFormat(exponent: -2))
            }
        check(name, quantizer.quantize) { one($0, quantizer.quantize) }
    }

    @Test("So does the ReLU, which makes zero of NaN")
    func relu() {
        check("relu") { source, result, count in
            for index in 0..<count { result[index] = source[index] }
            bf_relu(result, count)
        } _: {
            $0 > 0 ? $0 : 0
        }
    }

    @Test("A mask keeps gradients of values above the lower end up to the upper one", arguments: [Float(0), -1, -Float.infinity])
    func mask(lower: Float) {
        let (values, gradients) = (Self.values(seed: 6), Self.values(seed: 7).map { $0.isNaN ? 1 : $0 })
        for count in 0...Self.largestCount {
            for offset in 0..<Self.margin {
                var result = gradients
                values.withBasePointer { from in
                    result.withMutableBasePointer { bf_mask($0 + offset, from + offset, count, lower, 2) }
                }
                for index in gradients.indices {
                    let keeps = !(offset..<(offset + count)).contains(index) || (values[index] > lower && values[index] <= 2)
                    // A value that is no number stops a gradient too.
                    #expect(result[index] == (keeps ? gradients[index] : 0))
                }
            }
        }
    }

    @Test("A sum and a step of gradient descent are those of the formulas, with each product and sum rounded")
    func sumAndDescent() {
        let finite = (1...3).map { seed in Self.values(seed: UInt64(seed)).map { $0.isFinite ? $0 : 0.5 } }
        for count in 0...Self.largestCount {
            for offset in 0..<Self.margin {
                var (sum, parameters, velocities) = (finite[0], finite[1], finite[2])
                finite[1].withBasePointer { other in sum.withMutableBasePointer { bf_add($0 + offset, other + offset, count) } }
                finite[0].withBasePointer { gradients in
                    parameters.withMutableBasePointer { parameters in
                        velocities.withMutableBasePointer { velocities in
                            bf_descend(
                                parameters + offset, velocities + offset, gradients + offset, count, 0.9, 0.3, 0.004, 0.05)
                        }
                    }
                }
                var (expectedSum, expectedParameters, expectedVelocities) = (finite[0], finite[1], finite[2])
                for index in offset..<(offset + count) {
                    expectedSum[index] += finite[1][index]
                    let decayed = finite[0][index] * 0.3 + 0.004 * finite[1][index]
                    expectedVelocities[index] = 0.9 * finite[2][index] + decayed
                    expectedParameters[index] = finite[1][index] - 0.05 * expectedVelocities[index]
                }
                #expect(sum == expectedSum)
                #expect(velocities == expectedVelocities)
                #expect(parameters == expectedParameters)
            }
        }
    }
}
