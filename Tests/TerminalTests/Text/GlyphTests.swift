import Terminal
import Testing

@Suite("Glyphs") struct GlyphTests {
    @Test("A scalar that cannot stand alone makes no glyph", arguments: ["\u{1b}", "\n", "\u{9b}", "\u{202e}", "\u{301}"])
    func refused(scalar: Unicode.Scalar) { #expect(Glyph(scalar) == nil) }

    @Test("A literal that cannot stand alone is the replacement character") func literal() {
        let glyph: Glyph = "\u{1b}"
        #expect(glyph == .replacement)
        #expect(glyph.text == "\u{FFFD}")
    }

    @Test("A glyph knows its columns", arguments: [("a", 1), ("⣿", 1), ("日", 2)] as [(Unicode.Scalar, Int)])
    func columns(scalar: Unicode.Scalar, columns: Int) {
        #expect(Glyph(scalar)?.columns == columns)
    }
}
