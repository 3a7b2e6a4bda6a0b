import Terminal
import Testing

@Suite("Shapes on a surface") struct SurfaceShapesTests {
    @Test("A box has four corners, sides and a title") func box() {
        var surface = Surface(size: Size(columns: 12, rows: 4))
        surface.putBox(Rect(column: 1, row: 0, columns: 10, rows: 4), title: "area", line: .light)
        surface.putBox(Rect(column: 3, row: 1, columns: 3, rows: 2), line: .double)
        let expected = [" ┌─ area ─┐", " │ ╔═╗    │", " │ ╚═╝    │", " └────────┘"]
        #expect(surface.lines == expected)
    }

    @Test("A long title is cut, a box with no room for sides is not drawn") func narrowBoxes() {
        var surface = Surface(size: Size(columns: 8, rows: 2))
        surface.putBox(Rect(column: 0, row: 0, columns: 8, rows: 2), title: "utilisation")
        #expect(surface.lines == ["┌─ ut…─┐", "└──────┘"])
        let before = surface
        surface.putBox(Rect(column: 0, row: 0, columns: 8, rows: 1))
        surface.putBox(Rect(column: 0, row: 0, columns: 1, rows: 2))
        #expect(surface == before)
    }

    @Test("A box that hangs over the edge is clipped") func overhanging() {
        var surface = Surface(size: Size(columns: 4, rows: 3))
        surface.putBox(Rect(column: -1, row: 1, columns: 4, rows: 5))
        #expect(surface.lines == ["", "──┐", "  │"])
    }

    @Test("Lines and fills stay inside their rectangle") func fills() {
        var surface = Surface(size: Size(columns: 6, rows: 3))
        surface.fill(Rect(column: 1, row: 0, columns: 2, rows: 9), with: "░", style: .dim)
        surface.putHorizontalLine(from: Point(column: 3, row: 1), columns: 9)
        surface.putVerticalLine(from: Point(column: 5, row: -4), rows: 6, line: .double)
        #expect(surface.lines == [" ░░  ║", " ░░──║", " ░░"])
    }

    @Test("Restyling keeps the glyphs") func restyle() {
        var surface = Surface(size: Size(columns: 6, rows: 1))
        surface.put("a日b", at: .zero, style: Style(foreground: .red))
        surface.restyle(Rect(column: 0, row: 0, columns: 3, rows: 4)) { $0.adding(.reverse) }
        #expect(surface.styledText() == "«reverse red:a日»«red:b»")
    }

    @Test("Text in a rectangle is aligned, cut and filled") func aligned() {
        var surface = Surface(size: Size(columns: 8, rows: 3))
        surface.put("1.5", in: Rect(column: 1, row: 0, columns: 6, rows: 1), alignment: .trailing)
        surface.put("accuracy", in: Rect(column: 1, row: 1, columns: 6, rows: 1), alignment: .leading)
        surface.put("x", in: Rect(column: 1, row: 2, columns: 6, rows: 1), alignment: .center, style: .reverse)
        #expect(surface.styledText() == "    1.5\n accur…\n «reverse:  x   »")
    }
}
