import Testing

@testable import Training

struct PowerOfTwoFormatTests {
    private static func quantized(_ values: [Float], _ format: PowerOfTwoFormat) -> [Float] {
        var result = values
        values.withBasePointer { from in result.withMutableBasePointer { format.quantize(from, to: $0, count: values.count) } }
        return result
    }

    @Test("Fast rounding equals the search through all values, at ends, ties, zero, infinity and NaN", arguments: 2...9)
    func equalsReference(bits: Int) throws {
        for largest in [-126, -125, -100, -3, 0, 5, 126, 127] {
            let format = try PowerOfTwoFormat(bits: bits, largestExponent: largest)
            var values = SlowQuantizer.remarkable
            for exponent in [format.smallestExponent - 1, format.smallestExponent, largest - 1, largest] {
                let power = Float(sign: .plus, exponent: exponent, significand: 1)
                for factor in [Float(0.5), 0.75, 1, 1.25, 1.5, 1.75] {
                    values += [factor * power, -factor * power, (factor * power).nextUp, (factor * power).nextDown]
                }
            }
            var random = RandomSource(seed: UInt64(bits))
            for _ in 0..<100 {
                values.append(random.nearlyNormal() * Float(sign: .plus, exponent: min(largest, 100), significand: 1))
            }
            for (value, result) in zip(values, Self.quantized(values, format)) {
                #expect(result == SlowQuantizer.powerOfTwo(value, format), "\(value) in \(format)")
            }
        }
    }

    @Test("A value's code is its place among the powers, with its sign", arguments: 2...9)
    func codes(bits: Int) throws {
        let format = try PowerOfTwoFormat(bits: bits, largestExponent: 3)
        #expect(format.code(0) == 0 && format.code(-0.0) == 0)
        for exponent in format.smallestExponent...format.largestExponent {
            let power = Float(sign: .plus, exponent: exponent, significand: 1)
            #expect(format.code(power) == Int32(exponent - format.smallestExponent + 1))
            #expect(format.code(-power) == -format.code(power))
        }
        #expect(format.code(8) <= 1 << Int32(bits - 1) - 1)
        #expect(format.saturates(12) && format.saturates(-.infinity) && !format.saturates(11.99) && !format.saturates(.nan))
    }

    @Test("Two bits are minus one, zero and plus one times a power")
    func twoBits() throws {
        let format = try PowerOfTwoFormat(bits: 2, largestExponent: -1)
        #expect(Self.quantized([0.2, 0.25, 0.6, 7, -0.2, -0.3, -7], format) == [0, 0.5, 0.5, 0.5, 0, -0.5, -0.5])
    }

    @Test("Six bits reach over thirty-one powers, ties to the larger")
    func sixBits() throws {
        let format = try PowerOfTwoFormat(bits: 6, largestExponent: 0)
        #expect(format.smallestExponent == -30)
        #expect(Self.quantized([0.75, 0.7499, 0.375, 3, 0x1p-31, 0x1p-32], format) == [1, 0.5, 0.5, 1, 0x1p-30, 0])
    }

    @Test("A width or an exponent that cannot be is refused", arguments: [(1, 0), (10, 0), (6, 128), (6, -127)])
    func refusesWhatCannotBe(bits: Int, exponent: Int) {
        #expect(throws: TrainingError.self) { try PowerOfTwoFormat(bits: bits, largestExponent: exponent) }
    }
}
