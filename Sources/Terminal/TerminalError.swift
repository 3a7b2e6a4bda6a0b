/// Why keys or events cannot be had.
public enum TerminalError: Error, Hashable, Sendable {
    /// A key script names a key that does not exist.
    case unknownKey(String)

    /// A key script presses more keys than is sensible.
    case tooManyKeys(limit: Int)
}

extension TerminalError: CustomStringConvertible {
    /// What went wrong, the value, and what would do.
    public var description: String {
        switch self {
        case .unknownKey(let name):
            "'\(name.truncated(toColumns: 40))' is not a key: use a single character, up, down, left, right, home, end, pgup, pgdn, "
                + "s-up, s-down, s-left, s-right, enter, esc, tab, btab, space, comma, bs, del, ins, f1 to f63, c-x, one of them with *N, "
                + "text:WORD, or :COMMAND"
        case .tooManyKeys(let limit): "more than \(limit) keys in one script: press fewer"
        }
    }
}
