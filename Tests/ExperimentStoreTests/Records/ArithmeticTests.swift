import DesignSpace
import Precision
import Testing

@testable import ExperimentStore

struct ArithmeticTests {
    @Test("A result's arithmetic comes back as it was kept, in a list and by itself, and a record without has none")
    func roundTrip() throws {
        var record = Fixtures.result()
        record.arithmetic = ArithmeticReport(
            precision: .fixed8, images: 1_000, imagesBelowLimit: 1_000, imagesEqual: 1_000, imagesDiffering: 0, imagesTraced: 64,
            inputSaturatedPercent: 0.125,
            layers: [
                LayerArithmetic(name: "conv1", accumulatorBits: 17, featureMapsSaturatedPercent: 0.5, weightsSaturatedPercent: 0)
            ])
        try withStore { store in
            for result in [record, Fixtures.result(seed: 2)] { try store.complete(result) }
            let kept = try #require(try store.record(record.key))
            #expect(kept.arithmetic == record.arithmetic)
            #expect(try store.record(Fixtures.spec(seed: 2).key)?.arithmetic == nil)
            #expect(try store.records().filter { $0.arithmeticJSON != nil }.map(\.key) == [record.key])
        }
    }
}
