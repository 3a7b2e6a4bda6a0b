extension String {
    /// Appends a text in quotation marks, as JSON has it (RFC 8259, section 7).
    ///
    /// - Parameter isHidden: says which characters are escaped besides those that have to be.
    package mutating func appendQuoted(_ text: String, escaping isHidden: (Unicode.Scalar) -> Bool = { _ in false }) {
        self += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": self += "\\\""
            case "\\": self += "\\\\"
            case "\u{8}": self += "\\b"
            case "\u{c}": self += "\\f"
            case "\n": self += "\\n"
            case "\r": self += "\\r"
            case "\t": self += "\\t"
            case _ where scalar.value < 0x20 || isHidden(scalar):
                self += scalar.escapedForJSON
            default: unicodeScalars.append(scalar)
            }
        }
        self += "\""
    }
}

extension Unicode.Scalar {
    /// Whether a terminal does something at the character instead of showing it: a control, a mark that turns the direction of writing,
    /// a separator of lines.
    package var isObeyedByTerminals: Bool {
        guard value >= 0x7f else { return value < 0x20 }
        return switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// The character as JSON writes it without showing it, in one or two units of UTF-16: `\u202e`.
    package var escapedForJSON: String {
        UTF16.encode(self).map { units in
            units.map { unit in
                let digits = String(unit, radix: 16)
                return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            }.joined()
        } ?? ""
    }
}
