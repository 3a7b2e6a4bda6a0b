extension Style: CustomStringConvertible {
    /// The style in words, as in `bold red on blue`; `plain` if there is nothing to say.
    public var description: String {
        var words = attributes.names
        if foreground != .default { words.append(foreground.description) }
        if background != .default { words.append("on \(background)") }
        return words.isEmpty ? "plain" : words.joined(separator: " ")
    }
}

extension Attributes {
    /// The names of the attributes in the set.
    public var names: [String] {
        let all: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}

extension Color: CustomStringConvertible {
    /// The colour's name, as in `bright-red`, or `palette-208`.
    public var description: String {
        switch self {
        case .default: return "default"
        case .palette(let index): return "palette-\(index)"
        default:
            let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
            let index = Int(paletteIndex ?? 0)
            return (index < 8 ? "" : "bright-") + names[index % 8]
        }
    }
}
