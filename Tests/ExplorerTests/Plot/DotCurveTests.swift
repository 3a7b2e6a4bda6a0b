import Terminal
import Testing

@testable import Explorer

@Suite("A curve of dots")
struct DotCurveTests {
    private let area = Rect(column: 2, row: 1, columns: 4, rows: 2)

    private func lines(_ places: [(across: Double, up: Double)], _ capabilities: Capabilities = .full) -> [String] {
        var pen = Pen(Surface(size: Size(columns: 6, rows: 3)), capabilities)
        DotCurve(through: places, in: area).draw(.plain, with: &pen)
        return pen.surface.lines
    }

    @Test("From corner to corner it is joined, dot by dot")
    func diagonal() {
        #expect(lines([(0, 0), (1, 1)]) == ["", "    ⡠⠊", "  ⡠⠊"])
    }

    @Test("What lies outside is left out, and one place alone is one dot")
    func outside() {
        #expect(lines([(0, 1), (0.5, 2), (-1, 0.5), (.nan, 0)]) == ["", "  ⠁", ""])
        #expect(lines([]) == ["", "", ""])
    }

    @Test("A terminal without Braille has a dot a cell", arguments: [(GlyphSet.block, "•"), (.ascii, "*")])
    func plain(glyphs: GlyphSet, dot: String) {
        let limited = Capabilities(colors: .monochrome, glyphs: glyphs, mouse: false)
        var pen = Pen(Surface(size: Size(columns: 6, rows: 3)), limited)
        DotCurve(through: [(0, 0), (1, 0)], in: area).draw(.plain, with: &pen)
        pen.finish()
        #expect(pen.surface.lines == ["", "", "  \(String(repeating: dot, count: 4))"])
    }

    @Test("The dots of a cell have the bits of Unicode's patterns")
    func bits() {
        let bits = (0..<2).map { column in (0..<4).map { BrailleDot.bit(column: column, line: $0) } }
        #expect(bits == [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]])
    }
}
