import CNcurses

/// What moves the cursor of a terminal up a line, for a few lines of progress that are written again and again without a screen.
public enum CursorUp {
    /// The sequence as terminfo has it; nil if the terminal has none.
    ///
    /// - Parameter terminal: the terminal's name, as `TERM` has it.
    public static func sequence(of terminal: String) -> String? {
        var bytes = [CChar](repeating: 0, count: 32)
        guard !terminal.isEmpty, bf_terminal_cursor_up(terminal, &bytes, bytes.count) else { return nil }
        return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
