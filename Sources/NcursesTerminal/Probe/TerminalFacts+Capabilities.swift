import Terminal

extension TerminalFacts {
    /// What a display on this terminal can show.
    ///
    /// - Throws: `NcursesTerminalError` if there is no terminal that the screens could be drawn on; plain text is the way then.
    public func capabilities() throws(NcursesTerminalError) -> Capabilities {
        guard inputIsTerminal else { throw .notATerminal(.input) }
        guard outputIsTerminal else { throw .notATerminal(.output) }
        guard let terminal else { throw .terminalNotNamed }
        guard terminal != "dumb" else { throw .notAddressable(terminal: terminal) }
        guard let description else { throw .unknownTerminal(terminal) }
        guard description.isAddressable else { throw .notAddressable(terminal: terminal) }
        return Capabilities(
            colors: refusesColor ? .monochrome : ColorDepth(terminfoColors: description.colors),
            glyphs: isUTF8 ? GlyphSet(terminal: terminal) : .ascii, mouse: description.hasMouse)
    }

    private var isUTF8: Bool { encoding.lowercased().filter { $0 != "-" } == "utf8" }
}

extension ColorDepth {
    /// The depth of a terminal with so many colours.
    init(terminfoColors colors: Int) { self = colors >= 256 ? .palette256 : colors >= 8 ? .ansi16 : .monochrome }
}

extension GlyphSet {
    /// Families of terminals whose own character sets are older than Unicode, whatever the locale says.
    private static let asciiFamilies = ["vt", "ansi", "pcansi", "cons25", "wsvt", "sun", "mach", "hurd", "cygwin"]

    /// What a terminal draws in a UTF-8 locale.
    init(terminal: String) {
        if GlyphSet.asciiFamilies.contains(where: { terminal.hasPrefix($0) }) {
            self = .ascii
        } else if terminal.hasPrefix("linux") {
            self = .block
        } else {
            self = .braille
        }
    }
}
