import DesignSpace
import Precision
import TestSupport
import Testing

@Suite("Rows as arrays of numbers")
struct CompactRowsTests {
    /// The rows of the default study with accuracies of every kind of neighbour: of one design, of several, of one source and of others.
    private static func rows() throws -> [EvaluatedPoint] {
        let catalogue = try PaperStudy.catalogue()
        var generator = SeededGenerator(seed: 7)
        let imported = try (0..<400).map { number in
            let precision = try Precision.fixed(weightBits: Int.random(in: 1...6, using: &generator), dataBits: 1 + number % 3)
            let point = DesignPoint(
                network: number.isMultiple(of: 5) ? "lenet" : "alex", dataset: number.isMultiple(of: 5) ? "mnist" : "cifar10",
                precision: number.isMultiple(of: 7) ? .float32 : precision, radix: number.isMultiple(of: 4) ? .layer : .global)
            return ImportedAccuracy(
                point: point, source: "lab \(number % 9)", accuracyPercent: Double.random(in: 0...100, using: &generator),
                testImages: number.isMultiple(of: 3) ? nil : 9000, seeds: 1 + number % 4, importedAt: "2026-01-01T00:00:00Z")
        }
        return try EvaluatedStudy(catalogue.study("default"), in: catalogue, imported: imported).rows
    }

    @Test(
        "A filter lets the same rows pass as when each is looked at",
        arguments: [
            "", "acc>70", "not acc>70", "acc!=50 or energy<100", "net=alex saving>20", "source=imported frontier=no",
            "frontier=yes",
            "source!=imported", "not (source=published or prec~layer)", "wbits=4 inbits<3", "power<200 area>1 latency<9 kib<100",
            "data=mnist (acc<40 or acc>60)", "frontier!=yes acc>=0", "frontier~yes",
        ])
    func filters(text: String) throws {
        let rows = try Self.rows()
        let filter = try Filter(text)
        let passing = filter.passing(CompactRows(rows))
        #expect(rows.indices.filter(passing.contains) == rows.indices.filter { filter.passes(rows[$0]) })
        #expect(passing.count + passing.complement.count == rows.count)
    }

    @Test("The order of every column is that of the rows", arguments: Column.allCases, [false, true])
    func orders(column: Column, isDescending: Bool) throws {
        let rows = try Self.rows()
        let order = CompactRows(rows).order(by: column, isDescending: isDescending)
        #expect(order.map { rows[Int($0)].index } == rows.sorted(by: column, descending: isDescending).map(\.index))
    }

    @Test("The extremes of every column of numbers are those of the rows", arguments: Column.allCases.filter(\.isNumeric))
    func extremes(column: Column) throws {
        let rows = try Self.rows()
        let numbers = rows.compactMap { column.number(in: $0) }
        let extremes = CompactRows(rows).extremes(of: column)
        #expect(extremes.map { column.number(in: rows[$0.least]) } == numbers.min())
        #expect(extremes.map { column.number(in: rows[$0.most]) } == numbers.max())
    }

    @Test("The frontier of a data set is that of its rows", arguments: ["mnist", "svhn", "cifar10"])
    func frontier(dataset: String) throws {
        let rows = try Self.rows()
        let expected = rows.filter { $0.point.dataset == dataset }.frontier().map(\.index)
        #expect(rows.filter { $0.isOnFrontier && $0.point.dataset == dataset }.map(\.index) == expected.sorted())
    }
}
