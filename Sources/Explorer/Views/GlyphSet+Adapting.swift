import Terminal

extension GlyphSet {
    /// A text of ours in the characters that a terminal can draw; what has no likeness stays.
    func adapted(_ text: String) -> String {
        guard self != .braille, text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            if let likeness = self == .ascii ? Self.asciiLikeness(of: scalar) : Self.blockLikeness(of: scalar) {
                result += likeness
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }

    private static func asciiLikeness(of scalar: Unicode.Scalar) -> String? {
        if let likeness = blockLikeness(of: scalar) { return likeness }
        switch scalar {
        case "←": return "Left"
        case "→": return "Right"
        case "↑": return "Up"
        case "↓": return "Down"
        case "µ": return "u"
        case "²": return "2"
        case "×": return "x"
        case "±": return "+-"
        case "·": return "-"
        case "─": return "-"
        case "│": return "|"
        case "└", "┴", "┬", "┤": return "+"
        case "═": return "="
        case "█": return "#"
        case "▓": return "="
        case "▒": return "+"
        case "░": return ":"
        default: return nil
        }
    }

    /// Characters beyond the Linux console's font.
    private static func blockLikeness(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "▸", "›": ">"
        case "‹": "<"
        case "▲": "^"
        case "▼": "v"
        case "◆": "m"
        case "…": "~"
        case "—", "┄": "-"
        case "┊": ":"
        default: nil
        }
    }
}
