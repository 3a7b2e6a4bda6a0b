import Testing

@testable import Terminal

@Suite("Plain text") struct PlainTextTests {
    @Test("Every scalar that may stand in one is a narrow glyph by Unicode's properties") func properties() {
        for value in UInt32(0)...0x2FFF {
            guard let scalar = Unicode.Scalar(value), CharacterWidth.isCommonNarrow(scalar) else { continue }
            let properties = scalar.properties
            #expect(!properties.isDefaultIgnorableCodePoint && !properties.isEmojiPresentation, "\(value)")
            let others: [Unicode.GeneralCategory] = [
                .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned, .nonspacingMark,
                .enclosingMark,
            ]
            #expect(!others.contains(properties.generalCategory), "\(value)")
            #expect(!CharacterWidth.wideRanges.contains { $0.contains(value) }, "\(value)")
        }
    }

    @Test("It is drawn as any other text is", arguments: ["", "abc", "▸ ALEX 99.5 %", "é±µ·…"]) func drawing(text: String) throws {
        let plain = try #require(PlainText(text))
        #expect(plain.columns == VisibleText(text).columns)
        var surface = Surface(size: Size(columns: 20, rows: 1))
        surface.put(text, at: Point(column: 1, row: 0))
        var other = Surface(size: Size(columns: 20, rows: 1))
        for (place, glyph) in VisibleText(text).enumerated() { other.put(glyph, at: Point(column: 1 + place, row: 0)) }
        #expect(surface == other)
    }

    @Test("Marks, wide letters and controls are none", arguments: ["e\u{301}", "日", "a\u{1b}", "\u{202e}"]) func others(
        text: String
    ) {
        #expect(PlainText(text) == nil)
    }

    @Test("A cell gives back what it was made of") func cells() {
        let colors = [Color.default] + Color.named + [.palette(0), .palette(255)]
        for glyph in [Glyph.space, "a", "日", Glyph("e").marked("\u{301}"), Glyph("e").marked("\u{20DD}")] {
            for color in colors {
                let style = Style(foreground: color, background: color, attributes: [.italic, .bold])
                #expect(Cell(glyph, style: style).glyph == glyph)
                #expect(Cell(glyph, style: style).style == style)
                #expect(Cell(continuationIn: style).isContinuation && Cell(continuationIn: style).style == style)
            }
        }
    }
}
