import Testing

@testable import Training

struct FixedPointFormatTests {
    /// Values around everything that matters to a format: steps, ties, ends, and what is no number.
    private static func values(_ format: FixedPointFormat) -> [Float] {
        let step = format.step
        var values = SlowQuantizer.remarkable
        for multiple in stride(from: Float(-8), through: 8, by: 0.25) { values.append(multiple * step) }
        for end in [format.smallest, format.largest] {
            for offset in [Float(-2), -1.5, -1, -0.5, -0.25, 0, 0.25, 0.5, 1, 1.5, 2] { values.append(end + offset * step) }
            values += [end.nextUp, end.nextDown, end / 2, end / 3, end * 2]
        }
        var random = RandomSource(seed: UInt64(format.bits))
        for _ in 0..<300 { values.append(random.nearlyNormal() * format.largest) }
        for _ in 0..<100 { values.append(random.nearlyNormal() * format.step * 100) }
        return values
    }

    private static func quantized(_ values: [Float], _ format: FixedPointFormat) -> [Float] {
        var result = values
        values.withBasePointer { from in result.withMutableBasePointer { format.quantize(from, to: $0, count: values.count) } }
        return result
    }

    @Test(
        "Fast rounding equals a slow one in whole numbers at every width, at ends, ties, zeros, infinities and NaN",
        arguments: 1...32)
    func equalsReference(bits: Int) throws {
        for fractionBits in [-95, -40, -7, 0, bits - 1, bits + 9, 60, 125, 126] {
            let format = try FixedPointFormat(bits: bits, fractionBits: fractionBits)
            let values = Self.values(format)
            for (value, result) in zip(values, Self.quantized(values, format)) {
                #expect(result == SlowQuantizer.fixed(value, format), "\(value) in \(format)")
            }
        }
    }

    @Test("Four bits with two behind the radix point have the values one expects")
    func fourBits() throws {
        let format = try FixedPointFormat(bits: 4, fractionBits: 2)
        #expect(format.smallest == -2)
        #expect(format.largest == 1.75)
        let values: [Float] = [0.125, 0.375, 0.1251, -0.125, -0.375, 1.76, 9, -9, .nan, .infinity, -.infinity]
        #expect(Self.quantized(values, format) == [0, 0.5, 0.25, 0, -0.5, 1.75, 1.75, -2, 0, 1.75, -2])
    }

    @Test("A value's code and whether it saturates are those of whole numbers", arguments: 1...32)
    func codes(bits: Int) throws {
        let format = try FixedPointFormat(bits: bits, fractionBits: bits - 2)
        let end = Int64(1) << Int64(bits - 1)
        for value in Self.values(format) where value.isFinite {
            let code = format.code(SlowQuantizer.fixed(value, format))
            #expect(Double(code) * Double(format.step) == Double(SlowQuantizer.fixed(value, format)))
            #expect((-end..<end).contains(Int64(code)))
            let nearest = (Double(value) / Double(format.step)).rounded(.toNearestOrEven)
            #expect(format.saturates(value) == (nearest < -Double(end) || nearest > Double(format.largest) / Double(format.step)))
        }
        #expect(!format.saturates(.nan))
        #expect(format.saturates(.infinity) && format.saturates(-.infinity))
    }

    @Test("A rounded value stays where it is", arguments: [1, 4, 8, 16, 23, 24, 25, 26, 32])
    func isIdempotent(bits: Int) throws {
        let format = try FixedPointFormat(bits: bits, fractionBits: 3)
        let once = Self.quantized(Self.values(format), format)
        #expect(Self.quantized(once, format) == once)
    }

    @Test("A width or a radix point that cannot be is refused", arguments: [(0, 0), (33, 0), (8, 127), (8, -96), (-1, 0)])
    func refusesWhatCannotBe(bits: Int, fractionBits: Int) {
        #expect(throws: TrainingError.self) { try FixedPointFormat(bits: bits, fractionBits: fractionBits) }
    }
}
