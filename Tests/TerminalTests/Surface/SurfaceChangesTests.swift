import Terminal
import TestSupport
import Testing

@Suite("Changes between surfaces") struct SurfaceChangesTests {
    @Test("Equal surfaces have none") func none() {
        var surface = Surface(size: Size(columns: 10, rows: 3))
        surface.put("text", at: .zero)
        #expect(surface.changes(since: surface) == [])
    }

    @Test("Only the cells that differ are named, style included") func cells() {
        var before = Surface(size: Size(columns: 10, rows: 3))
        before.put("0123456789", at: .zero)
        var after = before
        after.put("x", at: Point(column: 3, row: 0))
        after.put("56", at: Point(column: 5, row: 0), style: .reverse)
        after.put("new", at: Point(column: 7, row: 2))
        let expected = [CellRun(row: 0, columns: 3..<4), CellRun(row: 0, columns: 5..<7), CellRun(row: 2, columns: 7..<10)]
        #expect(after.changes(since: before) == expected)
    }

    @Test("A wide glyph changes as a whole") func wide() {
        var before = Surface(size: Size(columns: 6, rows: 1))
        before.put("a日b", at: .zero)
        var after = before
        after.put("語", at: Point(column: 1, row: 0))
        #expect(after.changes(since: before) == [CellRun(row: 0, columns: 1..<3)])
    }

    @Test("A surface of another size changes in every row") func otherSize() {
        let surface = Surface(size: Size(columns: 4, rows: 2))
        let expected = [CellRun(row: 0, columns: 0..<4), CellRun(row: 1, columns: 0..<4)]
        #expect(surface.changes(since: Surface(size: Size(columns: 5, rows: 2))) == expected)
    }

    private func surface(_ lines: [String]) -> Surface {
        var surface = Surface(size: Size(columns: 8, rows: lines.count))
        for (row, line) in lines.enumerated() { surface.put(line, at: Point(column: 0, row: row)) }
        return surface
    }

    @Test("Rows that have moved by one are found, and moving them leaves only those that came in", arguments: [1, -1])
    func moved(distance: Int) {
        let text = (0..<14).map { "line \($0)" }
        let before = surface(["title"] + text[1..<13] + ["keys"])
        var after = surface(["title"] + text[(1 + distance)..<(13 + distance)] + ["keys"])
        after.put("x", at: Point(column: 7, row: 6))
        let shift = RowShift(rows: 1..<13, distance: distance)
        #expect(after.shift(since: before) == shift)
        var moved = before
        moved.move(shift)
        #expect(Set(after.changes(since: moved).map(\.row)) == (distance > 0 ? [6, 12] : [1, 6]))
    }

    @Test("Rows that are others, or few, are not taken for moved ones") func notMoved() {
        let text = (0..<20).map { "line \($0)" }
        #expect(surface(text).shift(since: surface(text)) == nil)
        #expect(surface(text).shift(since: surface(text.map { $0 + "x" })) == nil)
        #expect(surface(Array(text[1..<6])).shift(since: surface(Array(text[0..<5]))) == nil)
        #expect(surface(text).shift(since: Surface(size: Size(columns: 3, rows: 20))) == nil)
    }

    @Test("The earlier surface with the changes applied is the later one", arguments: 1...40 as ClosedRange<UInt64>) func complete(
        seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        var before = Surface(size: Size(columns: 16, rows: 3))
        before.put(HostileText.random(&generator), at: .zero)
        var after = before
        after.put(
            HostileText.random(&generator), at: Point(column: Int.random(in: -2...12, using: &generator), row: 0), style: .bold)
        var patched = before
        for run in after.changes(since: before) {
            for column in run.columns where !after[column: column, row: run.row].isContinuation {
                let cell = after[column: column, row: run.row]
                patched.put(cell.glyph, at: Point(column: column, row: run.row), style: cell.style)
            }
        }
        #expect(patched == after)
    }
}
