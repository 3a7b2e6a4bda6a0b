import Foundation
import Precision
import Testing

@testable import DesignSpace

struct ArithmeticReportTests {
    static let report = ArithmeticReport(
        precision: .fixed8, images: 1_000, imagesBelowLimit: 990, imagesEqual: 995, imagesDiffering: 2, imagesTraced: 64,
        inputSaturatedPercent: 0.25,
        layers: [
            LayerArithmetic(name: "conv1", accumulatorBits: 18, featureMapsSaturatedPercent: 1.5, weightsSaturatedPercent: 0),
            LayerArithmetic(name: "ip1", accumulatorBits: nil, featureMapsSaturatedPercent: nil, weightsSaturatedPercent: 3.25),
        ])

    @Test("The modelled accumulator is the product and eight bits on a tile of 16 synapses")
    func modelledBits() {
        func bits(_ precision: Precision) -> Int {
            ArithmeticReport(
                precision: precision, images: 0, imagesBelowLimit: 0, imagesEqual: 0, imagesDiffering: 0, imagesTraced: 0,
                inputSaturatedPercent: 0, layers: []
            ).modelledAccumulatorBits
        }
        #expect(bits(.fixed8) == 8 + 8 + 8)
        #expect(bits(.fixed32) == 64 + 8)
        #expect(bits(.powerOfTwo) == 2 * 16 + 8)
        #expect(bits(.binary) == 17 + 8)
    }

    @Test("A report survives JSON, with keys that carry units and null for what is not known")
    func survivesJSON() throws {
        let json = try JSONEncoder().encode(Self.report)
        #expect(try JSONDecoder().decode(ArithmeticReport.self, from: json) == Self.report)
        let text = String(decoding: json, as: UTF8.self)
        for key in ["images_below_limit", "input_saturated_percent", "modelled_accumulator_bits", "weights_saturated_percent"] {
            #expect(text.contains("\"\(key)\":"), "\(key)")
        }
        #expect(text.contains("\"accumulator_bits\":null"))
    }

    @Test(
        "What cannot have been measured is refused",
        arguments: [
            ("\"images\":1000", "\"images\":-1"), ("\"images_equal\":995", "\"images_equal\":1001"),
            ("\"images_equal\":995", "\"images_equal\":989"),
            ("\"input_saturated_percent\":0.25", "\"input_saturated_percent\":101"),
            ("\"accumulator_bits\":18", "\"accumulator_bits\":0"), ("\"accumulator_bits\":18", "\"accumulator_bits\":999999999999"),
            ("\"name\":\"conv1\"", "\"name\":\"\""), ("\"modelled_accumulator_bits\":24", "\"modelled_accumulator_bits\":-1"),
            ("\"weights_saturated_percent\":3.25", "\"weights_saturated_percent\":-0.5"), ("\"layers\":[", "\"layers\":7,\"x\":["),
        ])
    func refusesWhatCannotBe(found: String, replacement: String) throws {
        let text = String(decoding: try JSONEncoder().encode(Self.report), as: UTF8.self)
        #expect(text.contains(found))
        let changed = text.replacing(found, with: replacement)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ArithmeticReport.self, from: Data(changed.utf8)) }
    }

    @Test("A record keeps its arithmetic in JSON, and one of an older version has none")
    func recordKeepsIt() throws {
        let phase = ExperimentRecordTests.record()
        var record = phase
        record.arithmetic = Self.report
        let line = try record.line()
        let read = try ExperimentRecord(parsing: Array(line.utf8))
        #expect(read == record)
        #expect(read.arithmetic == Self.report)
        let older = try phase.line().replacing("\"arithmetic\":null,", with: "")
        #expect(!older.contains("\"arithmetic\""))
        #expect(try ExperimentRecord(parsing: Array(older.utf8)) == phase)
    }
}
