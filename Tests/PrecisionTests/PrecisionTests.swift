import Precision
import Testing

@Suite("Precisions")
struct PrecisionTests {
    @Test("The paper's seven have the names and widths of Table III")
    func paper() {
        #expect(Precision.ofThePaper.map(\.name) == ["float32", "fixed32", "fixed16", "fixed8", "fixed4", "pow2", "binary"])
        #expect(Precision.ofThePaper.map(\.weightBits) == [32, 32, 16, 8, 4, 6, 1])
        #expect(Precision.ofThePaper.map(\.dataBits) == [32, 32, 16, 8, 4, 16, 16])
    }

    @Test("A name reads back as the precision it names", arguments: Precision.ofThePaper)
    func roundTrip(precision: Precision) throws {
        #expect(try Precision(parsing: precision.name) == precision)
    }

    @Test(
        "General names read as the precisions they describe",
        arguments: [
            ("fixed:12,12", "fixed:12,12", 12, 12), ("pow2:4,8", "pow2:4,8", 4, 8), ("binary:8", "binary:8", 1, 8),
            ("fixed:8,8", "fixed8", 8, 8), ("pow2:6,16", "pow2", 6, 16), ("binary:16", "binary", 1, 16),
            ("fixed:1,32", "fixed:1,32", 1, 32), ("fixed:16,8", "fixed:16,8", 16, 8),
        ])
    func general(text: String, name: String, weightBits: Int, dataBits: Int) throws {
        let precision = try Precision(parsing: text)
        #expect(precision.name == name)
        #expect(precision.weightBits == weightBits)
        #expect(precision.dataBits == dataBits)
    }

    @Test(
        "Text that names no precision is refused, saying what would do",
        arguments: [
            "", "fixed", "fixed7", "fixed:8", "fixed:8,8,8", "fixed:8,", "pow2:x,8", "binary:1,16", "Float32", "fixed:8,8 ",
        ])
    func unknown(text: String) {
        #expect(throws: PrecisionError.unknownName(text)) { try Precision(parsing: text) }
        #expect(PrecisionError.unknownName(text).description.contains("fixed:W,IN"))
    }

    @Test(
        "Widths that no format has are refused with the range",
        arguments: ["fixed:0,8", "fixed:8,33", "fixed:-1,8", "pow2:1,8", "pow2:10,8", "binary:0", "binary:64"])
    func outOfRange(text: String) {
        let error = #expect(throws: PrecisionError.self) { try Precision(parsing: text) }
        guard case .bitsOutOfRange(_, let bits, let allowed) = error else {
            Issue.record("expected a width out of range, got \(String(describing: error))")
            return
        }
        #expect(!allowed.contains(bits))
        #expect(error?.description.contains("use \(allowed.lowerBound) to \(allowed.upperBound)") == true)
    }

    @Test("Precisions of one shape have names and titles of one length", arguments: 1...32)
    func nameShape(weightBits: Int) throws {
        var lengths: [Int: Set<[Int]>] = [:]
        for other in 1...32 {
            let kinds: [(Int) throws -> Precision] = [
                { try .fixed(weightBits: $0, dataBits: other) }, { try .powerOfTwo(weightBits: $0, dataBits: other) },
                { _ in try .binary(dataBits: other) }, { _ in .float32 },
            ]
            for bits in [weightBits, 12, 8, 6] {
                for precision in kinds.compactMap({ try? $0(bits) }) {
                    lengths[precision.nameShape, default: []].insert([precision.name.count, precision.title.count])
                }
            }
        }
        #expect(lengths.count > 3 && lengths.values.allSatisfy { $0.count == 1 }, "\(lengths)")
    }
}
