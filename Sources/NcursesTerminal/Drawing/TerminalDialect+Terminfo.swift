import CNcurses
import Terminal

extension TerminalDialect {
    /// That of the terminal of the open screen, as terminfo has it; nil where only curses knows how to change it.
    static var ofOpenScreen: TerminalDialect? {
        let found = bf_terminal_dialect()
        guard found.is_usable else { return nil }
        let reset = withUnsafeBytes(of: found.reset) { Array($0.prefix { $0 != 0 }) }
        return TerminalDialect(abilities: Abilities(found.abilities), reset: reset) { Int(bf_column_count($0)) }
    }
}

extension TerminalDialect.Abilities {
    /// Those of bits of the curses side.
    fileprivate init(_ bits: UInt16) {
        let table: [(Int, TerminalDialect.Abilities)] = [
            (BF_COLUMN_ADDRESS, .columnAddress), (BF_ROW_ADDRESS, .rowAddress), (BF_FORWARD, .forward), (BF_BACKWARD, .backward),
            (BF_UPWARD, .upward), (BF_LINE_FEED, .lineFeed), (BF_CARRIAGE_RETURN, .carriageReturn), (BF_BACKSPACE, .backspace),
            (BF_ERASE_CHARACTERS, .eraseCharacters), (BF_ERASE_TO_END, .eraseToEnd), (BF_REPETITION, .repetition),
            (BF_SCROLL_REGION, .scrollRegion),
        ]
        self = table.reduce(into: []) { if Int(bits) & $1.0 != 0 { $0.insert($1.1) } }
    }
}
