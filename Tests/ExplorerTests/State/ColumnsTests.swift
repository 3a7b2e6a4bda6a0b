import DesignSpace
import Terminal
import Testing

@testable import Explorer

@Suite("The columns of the table")
struct ColumnsTests {
    @Test(
        "They are named, added and taken away; the network is always the first",
        arguments: [
            ("energy power", [Column.network, .energy, .power]),
            ("network,comma,precision,comma, energy", [.network, .precision, .energy]),
            ("", Column.standard), ("+macs -area", Column.standard.filter { $0 != .area } + [.macs]),
            ("energy energy", [.network, .energy]),
        ])
    func chosen(text: String, columns: [Column]) throws {
        var state = try Fixture.state(120, 40)
        let typed =
            text.isEmpty
            ? "" : "," + text.split(separator: ",").map { $0 == "comma" ? "comma" : "text:\($0)" }.joined(separator: ",")
        try state.press("2,:,text:columns \(typed),enter")
        #expect(state.table.columns == columns && state.prompt == nil)
        for column in columns.prefix(3) { #expect(state.lines[1].contains(column.heading)) }
        let rows = state.points.order.map { state.points.rows[$0] }
        let export = try Export(state, as: .csv, file: nil)
        #expect(export.content == .points(rows, columns: columns))
        #expect(export.isComplete == (columns == Column.standard))
        try state.press("1")
        #expect(try Export(state, as: .csv, file: nil).isComplete, "the Frontier screen has no columns")
        let again = state.columnsCommand
        #expect((again == nil) == (columns == Column.standard))
        if let again {
            try state.press(":,text:columns,enter")
            #expect(state.table.columns == Column.standard)
            try state.press(":,text:\(again),enter")
            #expect(state.table.columns == columns)
        }
    }

    @Test(
        "A column to sort by that is none, is not shown or is one of several is answered with what would do",
        arguments: [
            ("energy,comma,text:area", 11, "sorted by one column, as :sort energy"), ("-energy area", 12, "sorted by one column"),
            ("acc", 5, "no column 'acc': did you mean accuracy?"), ("-macs", 6, "'macs' is not shown: :columns +macs"),
            ("colour", 5, "no column 'colour'"),
        ])
    func sortMistakes(text: String, offset: Int, message: String) throws {
        var state = try Fixture.state(120, 40)
        try state.press("2,:,text:sort \(text),enter")
        let mistake = try #require(state.prompt?.error)
        #expect(mistake.offset == offset && mistake.message.contains(message), "\(mistake)")
        #expect(state.sorting == Sorting())
    }

    @Test(
        "A mistake is shown at its place",
        arguments: [
            ("energy colour", 15, "no column 'colour'"), ("-network", 8, "stays"), ("acc", 8, "did you mean accuracy?"),
            ("+prec", 8, "did you mean precision?"), ("wbits", 8, "did you mean precision?"), ("enrgy", 8, "did you mean energy?"),
        ])
    func mistakes(text: String, offset: Int, message: String) throws {
        var state = try Fixture.state(120, 40)
        try state.press(":,text:columns \(text),enter")
        #expect(state.prompt?.error?.offset == offset && state.prompt?.error?.message.contains(message) == true)
        #expect(state.table.columns == Column.standard)
    }

    @Test("o opens the line, and Tab completes behind a sign and behind a comma")
    func completion() throws {
        var state = try Fixture.state(120, 40)
        try state.press("2,o,text:+ener,tab")
        #expect(state.candidates.contains("+energy-delay"))
        try state.press("c-u,text:network,comma,text:thr,tab")
        #expect(state.prompt?.text == "columns network,throughput ")
    }

    @Test(
        "An order by a column that goes is the study's again; the frozen columns scroll no further than before",
        arguments: [20, 36, 80])
    func sorted(width: Int) throws {
        var state = try Fixture.state(width, 24)
        try state.press("2,s*3")
        #expect(state.sorting.column == .accuracy)
        try state.press("o,text:energy saving,enter")
        #expect(state.sorting == Sorting())
        try state.press("l*9")
        #expect(state.lines[1].contains(width == 20 ? "saving" : "network"))
    }
}
