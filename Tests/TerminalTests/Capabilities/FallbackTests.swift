import Terminal
import TestSupport
import Testing

@Suite("Fallbacks") struct FallbackTests {
    @Test(
        "ASCII stands for what is not ASCII",
        arguments: [
            ("█▓▒░", "#+:."), ("─│┌┐└┘├┼", "-|++++++"), ("═║╔╝", "=|++"), ("▸◂▲▼", "><^v"), ("µ²×±·…", "u2x~.."), ("é→≤–", "e><-"),
            ("x⠀⠁⡇⣿", "x .:#"), ("日本", "? ?"), ("␛[", "?["), ("e\u{301}", "e"),
        ]) func ascii(text: String, expected: String)
    {
        var surface = Surface(size: Size(columns: 12, rows: 1))
        surface.put(text, at: .zero)
        #expect(surface.limited(to: .plain).text() == expected)
    }

    @Test("The block set keeps lines, shades and Latin letters and loses eighths and Braille") func block() {
        var surface = Surface(size: Size(columns: 20, rows: 1))
        surface.put("é±╝█▌░▁▇▎⣿▸日", at: .zero)
        let limited = surface.limited(to: Capabilities(colors: .palette256, glyphs: .block, mouse: false))
        #expect(limited.text() == "é±╝█▌░▄█▌·>?")
    }

    @Test("With everything there is nothing to replace") func full() {
        var surface = Surface(size: Size(columns: 20, rows: 1))
        surface.put("⣿日", at: .zero, style: Style(foreground: .palette(99)))
        #expect(surface.limited(to: .full) == surface)
    }

    @Test("Plain surfaces are pure ASCII without colour, whatever was put", arguments: 1...40 as ClosedRange<UInt64>)
    func pureASCII(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var surface = Surface(size: Size(columns: 60, rows: 1))
        surface.put(HostileText.random(&generator), at: .zero, style: Style(foreground: .palette(200), background: .blue))
        for cell in surface.limited(to: .plain).cells(inRow: 0) {
            #expect((0x20...0x7E).contains(cell.glyph.scalar.value) && cell.glyph.mark == nil && !cell.isContinuation)
            #expect(cell.style == .plain)
        }
    }

    @Test(
        "Palette colours become the named one of their hue",
        arguments: [
            (Color.palette(1), Color.red), (.palette(12), .brightBlue), (.palette(16), .black), (.palette(231), .brightWhite),
            (.palette(196), .brightRed), (.palette(46), .brightGreen), (.palette(22), .green), (.palette(240), .brightBlack),
            (.palette(250), .white), (.green, .green), (.default, .default),
        ]) func sixteen(color: Color, expected: Color)
    { #expect(color.limited(to: .ansi16) == expected) }

    @Test("Every palette entry has a named one, and none in monochrome", arguments: 0...255 as ClosedRange<UInt8>) func allEntries(
        index: UInt8
    ) {
        #expect(Color.named.contains(Color.palette(index).limited(to: .ansi16)))
        #expect(Color.palette(index).limited(to: .palette256) == .palette(index))
        #expect(Color.palette(index).limited(to: .monochrome) == .default)
    }
}
