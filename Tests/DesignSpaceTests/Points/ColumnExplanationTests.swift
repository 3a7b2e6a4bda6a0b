import DesignSpace
import HardwareModel
import ShippedPresets
import Testing

@Suite("Why a column shows what it does")
struct ColumnExplanationTests {
    private static func rows() throws -> [EvaluatedPoint] {
        let catalogue = try ShippedPresets.catalogue()
        return try EvaluatedStudy(catalogue.study("hashemi2017"), in: catalogue).rows
    }

    @Test("Every column of numbers is explained, with the figure that it shows", arguments: Column.allCases)
    func numbers(column: Column) throws {
        for row in try Self.rows() {
            guard let explanation = row.explanation(of: column) else {
                #expect(!column.isNumeric, "\(column)")
                continue
            }
            #expect(explanation.value == column.number(in: row))
            #expect(!explanation.formula.isEmpty && !explanation.substitution.isEmpty && !explanation.source.isEmpty)
            if column.isNumeric, explanation.value == nil {
                #expect(explanation.substitution.hasPrefix("not known") || explanation.substitution == "NA")
            }
        }
    }

    @Test("An error against the paper, a drop and a buffer are worked out with their figures")
    func worked() throws {
        let row = try #require(try Self.rows().first { $0.point.reference.name == "alex++/pow2" })
        #expect(try #require(row.explanation(of: .energyError)).substitution.contains("/ 215.05 - 1) * 100 = +2."))
        #expect(try #require(row.explanation(of: .drop)).substitution == "81.22 - 81.26 = -0.04 points")
        #expect(try #require(row.explanation(of: .fitsBuffer)).substitution.hasSuffix(Column.fitsBuffer.text(in: row)))
    }
}
