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

    @Test("An exponent that single precision does not have is refused", arguments: [-127, 128])
    func refusesWhatCannotBe(exponent: Int) {
        #expect(throws: TrainingError.self) { try BinaryFormat(exponent: exponent) }
    }
}
