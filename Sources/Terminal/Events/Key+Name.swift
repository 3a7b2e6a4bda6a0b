extension Key {
    private static let names: [(Key, name: String, label: String)] = [
        (.up, "up", "↑"), (.down, "down", "↓"), (.left, "left", "←"), (.right, "right", "→"), (.home, "home", "Home"),
        (.end, "end", "End"), (.pageUp, "pgup", "PgUp"), (.pageDown, "pgdn", "PgDn"), (.insert, "ins", "Ins"),
        (.delete, "del", "Del"), (.enter, "enter", "Enter"), (.escape, "esc", "Esc"), (.tab, "tab", "Tab"),
        (.backTab, "btab", "Shift-Tab"), (.backspace, "bs", "Backspace"), (.character(" "), "space", "Space"),
        (.character(","), "comma", ","), (.shiftUp, "s-up", "Shift-↑"), (.shiftDown, "s-down", "Shift-↓"),
        (.shiftLeft, "s-left", "Shift-←"), (.shiftRight, "s-right", "Shift-→"),
    ]

    /// The key of a name as a key script has it: a single character, `up`, `enter`, `f5`, `c-x`; nil if there is none.
    public init?(name: String) {
        if let only = name.first, name.count == 1 {
            self = .character(only)
        } else if let known = Key.names.first(where: { $0.name == name }) {
            self = known.0
        } else if name.hasPrefix("c-"), name.count == 3, let letter = name.last, letter.isASCII {
            self = .control(Character(letter.lowercased()))
        } else if name.first == "f", let number = Int(name.dropFirst()), (1...63).contains(number) {
            self = .function(number)
        } else {
            return nil
        }
    }

    /// The key as a key script has it, from which `init(name:)` makes it again.
    public var name: String {
        if let known = Key.names.first(where: { $0.0 == self }) { return known.name }
        return switch self {
        case .character(let character): String(character)
        case .control(let letter): "c-\(letter.lowercased())"
        case .function(let number): "f\(number)"
        default: ""
        }
    }

    /// The key as help texts name it, as in `Ctrl-L`, `F5`, `PgUp`.
    public var label: String {
        if let known = Key.names.first(where: { $0.0 == self }) { return known.label }
        return switch self {
        case .character(let character): String(character)
        case .control(let letter): "Ctrl-\(letter.uppercased())"
        case .function(let number): "F\(number)"
        default: ""
        }
    }
}
