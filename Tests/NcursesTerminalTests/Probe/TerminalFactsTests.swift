import Terminal
import Testing

@testable import NcursesTerminal

@Suite("What a terminal can do") struct TerminalFactsTests {
    private func facts(terminal: String? = "xterm-256color", encoding: String = "UTF-8", colors: Int = 256, mouse: Bool = true)
        -> TerminalFacts
    {
        TerminalFacts(
            inputIsTerminal: true, outputIsTerminal: true, terminal: terminal, encoding: encoding, refusesColor: false,
            description: TerminalFacts.Description(isAddressable: true, colors: colors, hasMouse: mouse))
    }

    @Test(
        "Glyphs follow the terminal's family and the locale",
        arguments: [
            ("xterm-256color", "UTF-8", GlyphSet.braille), ("xterm", "utf8", .braille), ("tmux-256color", "UTF-8", .braille),
            ("linux", "UTF-8", .block), ("vt100", "UTF-8", .ascii), ("xterm-256color", "ANSI_X3.4-1968", .ascii),
            ("linux", "ISO-8859-1", .ascii), ("xterm", "", .ascii),
        ]) func glyphs(terminal: String, encoding: String, expected: GlyphSet) throws
    { #expect(try facts(terminal: terminal, encoding: encoding).capabilities().glyphs == expected) }

    @Test(
        "Colours follow terminfo",
        arguments: [
            (0, ColorDepth.monochrome), (2, .monochrome), (8, .ansi16), (16, .ansi16), (88, .ansi16), (256, .palette256),
            (0x1000000, .palette256),
        ]) func colors(count: Int, expected: ColorDepth) throws
    { #expect(try facts(colors: count).capabilities().colors == expected) }

    @Test("NO_COLOR leaves none") func noColor() throws {
        var facts = facts()
        facts.refusesColor = true
        let capabilities = try facts.capabilities()
        #expect(capabilities == Capabilities(colors: .monochrome, glyphs: .braille, mouse: true))
    }

    @Test("Without a terminal at both ends there is no screen") func streams() {
        var withoutInput = facts()
        withoutInput.inputIsTerminal = false
        #expect(throws: NcursesTerminalError.notATerminal(.input)) { try withoutInput.capabilities() }
        var withoutOutput = facts()
        withoutOutput.outputIsTerminal = false
        #expect(throws: NcursesTerminalError.notATerminal(.output)) { try withoutOutput.capabilities() }
    }

    @Test("A terminal that is unnamed, unknown or cannot move its cursor is refused") func unusable() {
        #expect(throws: NcursesTerminalError.terminalNotNamed) { try facts(terminal: nil).capabilities() }
        #expect(throws: NcursesTerminalError.notAddressable(terminal: "dumb")) { try facts(terminal: "dumb").capabilities() }
        var unknown = facts(terminal: "no-such\u{1b}")
        unknown.description = nil
        #expect(throws: NcursesTerminalError.unknownTerminal("no-such\u{1b}")) { try unknown.capabilities() }
        var fixed = facts(terminal: "lpr")
        fixed.description?.isAddressable = false
        #expect(throws: NcursesTerminalError.notAddressable(terminal: "lpr")) { try fixed.capabilities() }
    }

    @Test("An error shows no control character of the terminal's name") func harmless() {
        #expect(NcursesTerminalError.unknownTerminal("a\u{1b}b").description.contains("'a␛b'"))
    }
}
