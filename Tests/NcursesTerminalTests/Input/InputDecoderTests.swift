import Terminal
import Testing

@testable import NcursesTerminal

@Suite("Decoding of input") struct InputDecoderTests {
    /// The events of bytes that arrive together.
    private func events(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
        var decoder = InputDecoder()
        var events: [TerminalEvent] = []
        for byte in bytes { decoder.decode(.byte(byte), to: &events) }
        decoder.finish(to: &events)
        return events
    }

    @Test(
        "Sequences that terminfo does not know are keys all the same",
        arguments: [
            ("\u{1b}[A", Key.up), ("\u{1b}OB", .down), ("\u{1b}[1;5C", .right), ("\u{1b}[D", .left), ("\u{1b}[H", .home),
            ("\u{1b}[8~", .end), ("\u{1b}[2~", .insert), ("\u{1b}[3;2~", .delete), ("\u{1b}[5~", .pageUp), ("\u{1b}[6~", .pageDown),
            ("\u{1b}[Z", .backTab), ("\u{1b}OP", .function(1)), ("\u{1b}[15~", .function(5)), ("\u{1b}[21~", .function(10)),
            ("\u{1b}[1;2A", .shiftUp), ("\u{1b}[1;2B", .shiftDown), ("\u{1b}[1;2C", .shiftRight), ("\u{1b}[1;2D", .shiftLeft),
            ("\u{1b}[24~", .function(12)), ("\u{1b}OM", .enter),
        ]) func sequences(text: String, key: Key)
    { #expect(events(text.utf8) == [.key(key)]) }

    @Test(
        "Bytes are the keys that send them",
        arguments: [
            ("q", Key.character("q")), (" ", .character(" ")), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7f}", .backspace),
            ("\u{8}", .backspace), ("\u{c}", .control("l")), ("\u{0}", .control("@")), ("\u{1b}", .escape), ("é", .character("é")),
            ("日", .character("日")), ("😀", .character("😀")),
        ]) func bytes(text: String, key: Key)
    { #expect(events(text.utf8) == [.key(key)]) }

    @Test(
        "A sequence without a meaning is dropped as a whole",
        arguments: ["[I", "[27;5;9~", "[?1;2c", "[<35;5;5M", "[99999999~", "Ox"]) func unknown(sequence: String)
    { #expect(events("\u{1b}\(sequence)q".utf8) == [.key(.character("q"))]) }

    @Test("An escape followed by something else is the Escape key and something else") func escapes() {
        #expect(events("\u{1b}x".utf8) == [.key(.escape), .key(.character("x"))])
        #expect(events("\u{1b}\u{1b}".utf8) == [.key(.escape), .key(.escape)])
        #expect(events("\u{1b}[".utf8) == [.key(.escape), .key(.character("["))])
        #expect(events("\u{1b}O".utf8) == [.key(.escape), .key(.character("O"))])
    }

    @Test("A sequence that never ends does not swallow what follows") func endless() {
        let bytes = Array("\u{1b}[".utf8) + Array(repeating: UInt8(ascii: "1"), count: 500)
        #expect(events(bytes).count == 502)
    }

    @Test(
        "The mouse is reported by button and cell",
        arguments: [
            ("\u{1b}[<0;5;3M", MouseEvent(.press(.left), at: Point(column: 4, row: 2))),
            ("\u{1b}[<0;5;3m", MouseEvent(.release(.left), at: Point(column: 4, row: 2))),
            ("\u{1b}[<18;1;1M", MouseEvent(.press(.right), at: .zero)),
            ("\u{1b}[<64;120;40M", MouseEvent(.scrollUp, at: Point(column: 119, row: 39))),
            ("\u{1b}[<65;300;1M", MouseEvent(.scrollDown, at: Point(column: 299, row: 0))),
        ]) func mouse(text: String, expected: MouseEvent)
    { #expect(events(text.utf8) == [.mouse(expected)]) }

    @Test("A mouse report outside the screen or cut short is dropped", arguments: ["[<0;0;1M", "[<0;1M", "[<M", "[<0;1;1;1M"])
    func brokenMouse(sequence: String) { #expect(events("\u{1b}\(sequence)".utf8) == []) }

    @Test("Pasted text is one event and never a key") func paste() {
        #expect(
            events("a\u{1b}[200~q\nj\u{1b}[2J\u{1b}[201~b".utf8) == [
                .key(.character("a")), .paste("q\nj\u{1b}[2J"), .key(.character("b")),
            ])
    }

    @Test("A paste that comes in pieces stays one") func pieces() {
        var decoder = InputDecoder()
        var events: [TerminalEvent] = []
        for piece in ["\u{1b}[200~one ", "two\u{1b}[2", "01~q"] {
            for byte in piece.utf8 { decoder.decode(.byte(byte), to: &events) }
            decoder.finish(to: &events)
        }
        #expect(events == [.paste("one two"), .key(.character("q"))])
    }

    @Test("Of a huge paste the beginning is kept, and its end is still found") func hugePaste() {
        let flood = Array(repeating: UInt8(ascii: "x"), count: InputDecoder.longestPaste + 5_000)
        let events = events(Array("\u{1b}[200~".utf8) + flood + Array("\u{1b}[201~q".utf8))
        let expected = String(repeating: "x", count: InputDecoder.longestPaste)
        #expect(events == [.paste(expected), .key(.character("q"))])
    }

    @Test(
        "What is not UTF-8, or not drawable, types nothing",
        arguments: [[0xFF], [0x80], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xC2, 0x9B]]) func invalid(bytes: [UInt8])
    { #expect(events(bytes + [UInt8(ascii: "q")]) == [.key(.character("q"))]) }

    @Test("A key that curses knows ends what was begun before it") func keys() {
        var decoder = InputDecoder()
        var events: [TerminalEvent] = []
        decoder.decode(.byte(0x1B), to: &events)
        decoder.decode(.key(.function(2)), to: &events)
        decoder.decode(.other, to: &events)
        #expect(events == [.key(.escape), .key(.function(2))])
    }

    @Test("Keys typed ahead are all there and in order") func typedAhead() {
        let text = String(repeating: "jk\u{1b}[B", count: 100)
        #expect(events(text.utf8).count == 300)
    }
}
