import DesignSpace
import Precision
import Testing

@Suite("Columns of the table")
struct ColumnTests {
    @Test("Every column has a heading and shows something for every row", arguments: Column.allCases)
    func texts(column: Column) throws {
        #expect(!column.heading.isEmpty)
        for row in try PaperStudy.rows() where column != .frontier {
            #expect(!column.text(in: row).isEmpty)
        }
    }

    @Test("Sorting orders numbers both ways and keeps what is not known last", arguments: [false, true])
    func sorting(descending: Bool) throws {
        let sorted = try PaperStudy.rows().sorted(by: .accuracy, descending: descending)
        let numbers = sorted.map { Column.accuracy.number(in: $0) }
        let known = numbers.prefix { $0 != nil }.compactMap { $0 }
        #expect(known.count == 27)
        #expect(numbers.dropFirst(known.count).allSatisfy { $0 == nil })
        #expect(zip(known, known.dropFirst()).allSatisfy { descending ? $0 >= $1 : $0 <= $1 })
    }

    @Test("Sorting keeps the study's order where rows are equal", arguments: [false, true])
    func stability(descending: Bool) throws {
        let rows = try PaperStudy.rows()
        let groups = Dictionary(grouping: rows.sorted(by: .network, descending: descending), by: \.point.network)
        for (network, group) in groups {
            #expect(group.map(\.index) == group.map(\.index).sorted(), "\(network)")
        }
    }

    @Test("Precisions are ordered by family as the studies list them, and by bits", arguments: [false, true])
    func precisions(descending: Bool) throws {
        let sorted = try PaperStudy.rows().filter { $0.point.network == "lenet" }.sorted(by: .precision, descending: descending)
        let names = ["float32", "fixed4", "fixed8", "fixed16", "fixed32", "pow2", "binary"]
        #expect(sorted.map(\.point.precision.name) == (descending ? names.reversed() : names))
    }

    @Test("NA, a failed training and a missing run look different")
    func accuracyText() throws {
        let rows = try PaperStudy.rows()
        func text(_ name: String) -> String? { rows.first { $0.point.reference.name == name }.map { Column.accuracy.text(in: $0) } }
        #expect(text("alex/fixed4") == "NA")
        #expect(text("convnet/binary") == "19.57!")
        #expect(text("alex/float32") == "81.22")
    }

    @Test(
        "A difference has the commas and decimals of the figures it is between",
        arguments: [
            (Column.macs, 44_257_280.0, 12_298_240.0, "+31,959,040"), (.cycles, 61_480, 221_264, "-159,784"), (.cycles, 7, 7, "0"),
            (.power, 210.4, 1387.8, "-1177.4"),
        ])
    func differences(column: Column, number: Double, reference: Double, text: String) {
        #expect(column.differenceText(of: number, from: reference) == text)
    }

    @Test(
        "Where the figures' rounding makes their difference another one, there is what it is before rounding",
        arguments: [
            (Column.accuracy, 83.0778, 82.9445, "+0.14", "+0.133"), (.accuracy, 82.9445, 83.0778, "-0.14", "-0.133"),
            (.accuracy, 81.26, 81.22, "+0.04", nil), (.cycles, 7, 9, "-2", nil), (.energy, 1.004, 0.996, "0.00", "+0.008"),
        ] as [(Column, Double, Double, String, String?)])
    func beforeRounding(column: Column, number: Double, reference: Double, shown: String, exact: String?) {
        #expect(column.differenceText(of: number, from: reference) == shown)
        #expect(column.differenceBeforeRounding(of: number, from: reference) == exact)
    }

    @Test("A small figure has digits enough to calculate with, a large one those of the table")
    func precise() throws {
        for row in try PaperStudy.rows() {
            for column in Column.allCases where column.isNumeric && column != .energyError && column != .drop {
                guard let number = column.number(in: row), let text = Double(column.preciseText(in: row)) else { continue }
                #expect(abs(text - number) <= abs(number) * 5e-4 || column == .interval, "\(column) \(text) of \(number)")
                #expect(column.preciseText(in: row).count >= column.text(in: row).filter { $0 != "!" }.count)
            }
        }
    }

    @Test(
        "Columns are named, or added to others and taken away",
        arguments: [
            ("energy, network", [Column.energy, .network]), ("+macs -saving", [.network, .energy, .macs]),
            ("-energy,-network", [.saving]), ("", []), (" , ", []), ("energy energy", [.energy]),
        ])
    func choice(text: String, columns: [Column]) throws {
        #expect(try ColumnChoice(text).columns(changing: [.network, .energy, .saving]) == columns)
        #expect(try ColumnChoice(text).isEmpty == columns.isEmpty)
    }

    @Test("A mistake in a choice of columns is shown at its place")
    func choiceMistake() throws {
        let unknown = #expect(throws: ColumnChoice.Mistake.self) { try ColumnChoice("+macs, -enrgy") }
        #expect(unknown?.offset == 7 && unknown?.message == Column.unknownMessage("enrgy"))
        let needed = #expect(throws: ColumnChoice.Mistake.self) {
            try ColumnChoice("-network").columns(changing: [.network], first: .network)
        }
        #expect(needed?.offset == 0 && needed?.message == "the network stays")
    }
}
