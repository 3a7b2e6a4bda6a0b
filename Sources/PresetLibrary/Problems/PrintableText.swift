extension Unicode.Scalar {
    /// Whether a terminal shows the character instead of obeying it: no control, no direction override, no line separator.
    var isPrintable: Bool {
        if isASCII { return (0x20..<0x7F).contains(value) }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return false
        default: return true
        }
    }
}

extension String {
    /// Whether every character can be shown.
    var isPrintable: Bool { unicodeScalars.allSatisfy(\.isPrintable) }

    /// The text with unprintable characters as `\u{1B}`, cut after a number of characters.
    func shown(atMost limit: Int = 60) -> String {
        var text = ""
        for (count, scalar) in unicodeScalars.enumerated() {
            if count == limit { return text + "…" }
            if scalar.isPrintable {
                text.unicodeScalars.append(scalar)
            } else {
                text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            }
        }
        return text
    }
}
