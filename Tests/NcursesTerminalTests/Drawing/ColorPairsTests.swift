import Terminal
import Testing

@testable import NcursesTerminal

@Suite("Colour pairs") struct ColorPairsTests {
    @Test("A combination is defined once and keeps its number") func numbers() {
        var pairs = ColorPairs(colorCount: 256, pairCount: 65_536)
        let style = Style(foreground: .palette(208), background: .blue)
        let first = pairs.number(for: style)
        #expect(first.pair == 1)
        #expect(first.definition == ColorPairs.Definition(pair: 1, foreground: 208, background: 4))
        #expect(pairs.number(for: style.adding(.bold)).pair == 1)
        #expect(pairs.number(for: style).definition == nil)
        #expect(pairs.number(for: Style(foreground: .red)).definition == .init(pair: 2, foreground: 1, background: -1))
    }

    @Test("Plain text needs no pair") func plain() {
        var pairs = ColorPairs(colorCount: 256, pairCount: 65_536)
        #expect(pairs.number(for: .reverse).pair == 0)
    }

    @Test("Without colours everything is plain") func monochrome() {
        var pairs = ColorPairs(colorCount: 0, pairCount: 0)
        let result = pairs.number(for: Style(foreground: .red))
        #expect(result.pair == 0)
        #expect(result.definition == nil)
    }

    @Test("When numbers run out, new combinations are plain and old ones stay") func exhausted() {
        var pairs = ColorPairs(colorCount: 8, pairCount: 3)
        let given = [Color.red, .green, .blue, .red].map { pairs.number(for: Style(foreground: $0)).pair }
        #expect(given == [1, 2, 0, 1])
    }

    @Test("With eight colours a bright one is the basic one in bold", arguments: Color.named) func eight(color: Color) throws {
        var pairs = ColorPairs(colorCount: 8, pairCount: 64)
        let style = Style(foreground: color)
        let index = Int32(try #require(color.paletteIndex))
        #expect(pairs.number(for: style).definition?.foreground == index % 8)
        #expect(pairs.needsBold(style) == (index >= 8))
        #expect(!ColorPairs(colorCount: 16, pairCount: 256).needsBold(style))
    }

    @Test("Every attribute has a bit of its own on the curses side") func attributes() {
        let all: [Attributes] = [.bold, .dim, .underline, .reverse, .italic]
        #expect(Set(all.map(\.cursesBits)).count == 5)
        #expect(Attributes(all).cursesBits == all.reduce(0) { $0 | $1.cursesBits })
        #expect(Attributes().cursesBits == 0)
    }
}
