import Terminal
import TestSupport
import Testing

@Suite("Text made visible") struct VisibleTextTests {
    @Test("What could act on a terminal is shown instead", arguments: HostileText.examples) func examples(
        text: String, shown: String
    ) { #expect(VisibleText(text).map(\.text).joined() == shown) }

    @Test("Nothing but drawable scalars and marks ever comes out", arguments: 1...50 as ClosedRange<UInt64>) func drawableOnly(
        seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        let text = HostileText.random(&generator)
        for glyph in VisibleText(text) {
            #expect(CharacterWidth.of(glyph.scalar) == (glyph.isWide ? .wide : .narrow))
            if let mark = glyph.mark { #expect(CharacterWidth.of(mark) == .combining) }
        }
    }

    @Test("What has been made visible stays as it is", arguments: 1...50 as ClosedRange<UInt64>) func idempotent(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let once = Array(VisibleText(HostileText.random(&generator)))
        #expect(Array(VisibleText(once.map(\.text).joined())) == once)
    }

    @Test(
        "An emoji of several is shown as its parts, one with a selector as itself, and what joins anything else as its number",
        arguments: [
            ("\u{1F469}\u{200D}\u{1F4BB}", "\u{1F469}\u{1F4BB}", 4), ("\u{2764}\u{FE0F}", "\u{2764}", 1),
            ("\u{2764}\u{FE0F}\u{200D}\u{1F525}", "\u{2764}\u{1F525}", 3), ("1\u{FE0F}\u{20E3}", "1\u{20E3}", 1),
            ("a\u{200D}b", "a\\u{200d}b", 10), ("\u{1F469}\u{200D}a", "\u{1F469}\\u{200d}a", 11),
            ("a\u{FE0F}", "a\\u{fe0f}", 9), ("\u{1F469}\u{200D}\u{200D}\u{1F469}", "\u{1F469}\\u{200d}\\u{200d}\u{1F469}", 20),
        ]) func emoji(text: String, shown: String, columns: Int)
    {
        #expect(text.visible == shown)
        #expect(text.displayColumns == columns)
    }

    @Test("Columns are counted as shown", arguments: [("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("\n", 1), ("\u{9b}", 6)])
    func columns(text: String, columns: Int) { #expect(text.displayColumns == columns) }
}
