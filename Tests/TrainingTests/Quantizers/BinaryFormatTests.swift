import Testing

@testable import Training

struct BinaryFormatTests {
    @Test("Each value becomes the layer's magnitude with its sign; zero and NaN become plus")
    func signs() throws {
        let format = try BinaryFormat(exponent: -3)
        let values: [Float] = [1, -1, 0, -0.0, 1e-30, -1e-30, .infinity, -.infinity, .nan]
        var result = values
        values.withBasePointer { from in result.withMutableBasePointer { format.quantize(from, to: $0, count: values.count) } }
        #expect(result == [0.125, -0.125, 0.125, 0.125, 0.125, -0.125, 0.125, -0.125, 0.125])
    }

    @Test("Fast signs equal slow ones at any exponent", arguments: -126...127)
    func equalsReference(exponent: Int) throws {
        let format = try BinaryFormat(exponent: exponent)
        var random = RandomSource(seed: 3)
        let values = SlowQuantizer.remarkable + (0..<100).map { _ in random.nearlyNormal() }
        var result = values
        values.withBasePointer { from in result.withMutableBasePointer { format.quantize(from, to: $0, count: values.count) } }
        #expect(result == values.map { SlowQuantizer.binary($0, format) })
    }

    @Test("An exponent that single precision does not have is refused", arguments: [-127, 128])
    func refusesWhatCannotBe(exponent: Int) {
        #expect(throws: TrainingError.self) { try BinaryFormat(exponent: exponent) }
    }
}
