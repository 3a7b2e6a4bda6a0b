extension JSONTree {
    /// The JSON on one line, with keys in alphabetical order: what Foundation's encoder writes with sorted keys and unescaped slashes.
    ///
    /// Numbers are finite, as those of a tree that was read are.
    var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .integer(let integer): text += "\(integer)"
        case .unsigned(let integer): text += "\(integer)"
        case .number(let number):
            let digits = "\(number)"
            text += digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
        case .unread(let string): text += string
        case .string(let string): text.appendQuoted(string)
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                value.write(to: &text)
            }
            text += "]"
        case .object(let fields):
            text += "{"
            for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { text += "," }
                text.appendQuoted(field.key)
                text += ":"
                field.value.write(to: &text)
            }
            text += "}"
        }
    }
}
