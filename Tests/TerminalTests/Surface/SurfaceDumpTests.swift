import Terminal
import Testing

@Suite("Surfaces as text") struct SurfaceDumpTests {
    @Test("Lines end at their last glyph, and every row has its line") func lines() {
        var surface = Surface(size: Size(columns: 9, rows: 3))
        surface.put(" a  e\u{301} 日  ", at: Point(column: 0, row: 1))
        #expect(surface.text() == "\n a  e\u{301} 日\n")
    }

    @Test("Styled stretches are marked") func styled() {
        var surface = Surface(size: Size(columns: 20, rows: 1))
        let loud = Style(foreground: .brightRed, background: .palette(17), attributes: [.bold, .underline])
        surface.put([Span("plain "), Span("loud", loud), Span("dim", .dim), Span(" end")], at: .zero)
        #expect(surface.styledText() == "plain «bold underline bright-red on palette-17:loud»«dim:dim» end")
    }
}
