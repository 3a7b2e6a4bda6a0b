import Terminal
import TestSupport
import Testing

@Suite("Surfaces") struct SurfaceTests {
    @Test("Text stands where it was put, clipped to the grid") func clippedToGrid() {
        var surface = Surface(size: Size(columns: 6, rows: 3))
        #expect(surface.put("hello world", at: Point(column: 2, row: 1)) == 13)
        surface.put("above", at: Point(column: 0, row: -1))
        surface.put("leftwards", at: Point(column: -4, row: 2))
        #expect(surface.lines == ["", "  hell", "wards"])
    }

    @Test("Text stays inside the rectangle it is clipped to") func clippedToRect() {
        var surface = Surface(size: Size(columns: 8, rows: 2))
        surface.put("abcdefgh", at: .zero, within: Rect(column: 2, row: 0, columns: 3, rows: 1))
        surface.put("abcdefgh", at: Point(column: 0, row: 1), within: Rect(column: 2, row: 0, columns: 3, rows: 1))
        #expect(surface.text() == "  cde\n")
    }

    @Test("A wide glyph takes two cells, and half of one is a space", arguments: [(-1, " 本"), (0, "日本"), (3, "   日"), (4, "    ")])
    func wide(column: Int, expected: String) {
        var surface = Surface(size: Size(columns: 5, rows: 1), style: .plain)
        surface.put("日本", at: Point(column: column, row: 0))
        let trimmed = expected.allSatisfy { $0 == " " } ? "" : expected
        #expect(surface.text() == trimmed)
    }

    @Test("Drawing over one half of a wide glyph blanks the other") func halves() {
        var surface = Surface(size: Size(columns: 4, rows: 1))
        surface.put("日本", at: .zero)
        surface.put("x", at: Point(column: 1, row: 0))
        surface.put("y", at: Point(column: 2, row: 0))
        #expect(surface.text() == " xy")
    }

    @Test("Whatever is put anywhere, wide glyphs stay whole and no control gets in", arguments: 1...40 as ClosedRange<UInt64>)
    func invariants(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var surface = Surface(size: Size(columns: 12, rows: 4))
        for _ in 0..<30 {
            let point = Point(column: Int.random(in: -8...14, using: &generator), row: Int.random(in: -1...4, using: &generator))
            let clip = Rect(
                column: Int.random(in: -2...8, using: &generator), row: 0, columns: Int.random(in: 0...12, using: &generator),
                rows: 4)
            surface.put(
                HostileText.random(&generator), at: point, style: .bold, within: Bool.random(using: &generator) ? clip : nil)
            surface.fill(clip.inset(columns: 2, rows: 1), with: "日")
        }
        for row in 0..<4 {
            for column in 0..<12 {
                let cell = surface[column: column, row: row]
                #expect(cell.isContinuation == (column > 0 && surface[column: column - 1, row: row].glyph.isWide))
                #expect(CharacterWidth.of(cell.glyph.scalar) == (cell.glyph.isWide ? .wide : .narrow))
                #expect(!cell.glyph.isWide || column < 11)
            }
        }
    }

    @Test("Outside the grid there are only blank cells") func outside() {
        let surface = Surface(size: Size(columns: 2, rows: 2), style: .reverse)
        #expect(surface[Point(column: 2, row: 0)] == .blank)
        #expect(surface[Point(column: 0, row: -1)] == .blank)
        #expect(surface[Point(column: 1, row: 1)].style == .reverse)
        #expect(surface.cells(inRow: 2).isEmpty)
    }

    @Test("An empty surface takes everything and shows nothing") func empty() {
        var surface = Surface(size: Size(columns: 0, rows: 0))
        surface.put("text", at: .zero)
        surface.fill(surface.bounds, with: "x")
        surface.putBox(Rect(column: 0, row: 0, columns: 4, rows: 4))
        #expect(surface.text() == "")
        #expect(surface.changes(since: Surface(size: Size(columns: 3, rows: 3))) == [])
    }
}
