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
            "drop<=1", "not drop<=1", "interval<0.7 seeds>=2", "state=imported origin~lab", "cycles>500000 or utilisation<50",
            "accounting=nominal fits-sb=yes", "paper-energy>0 energy-error<5", "state!=not-run throughput>100",
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
        let expected = rows.sorted { left, right in
            if Self.precedes(left, right, in: column, isDescending) { return true }
            return !Self.precedes(right, left, in: column, isDescending) && left.index < right.index
        }
        #expect(order.map { rows[Int($0)].index } == expected.map(\.index))
        #expect(rows.sorted(by: column, descending: isDescending).map(\.index) == expected.map(\.index))
    }

    /// Whether a row stands before another in the order of a column, by what each shows.
    private static func precedes(_ left: EvaluatedPoint, _ right: EvaluatedPoint, in column: Column, _ isDescending: Bool) -> Bool {
        let (first, second) = isDescending ? (right, left) : (left, right)
        guard column != .precision else { return precision(of: first).lexicographicallyPrecedes(precision(of: second)) }
        guard column.isNumeric else { return column.text(in: first) < column.text(in: second) }
        guard let own = column.number(in: left), let other = column.number(in: right) else {
            return column.number(in: left) != nil && column.number(in: right) == nil
        }
        return isDescending ? other < own : own < other
    }

    private static func precision(of row: EvaluatedPoint) -> [Int] {
        let families = ["float", "fixed", "pow2", "binary"]
        let family = families.firstIndex { row.point.precision.name.hasPrefix($0) } ?? families.count
        return [family, row.point.precision.weightBits, row.point.precision.dataBits, row.point.radix == .layer ? 1 : 0]
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
