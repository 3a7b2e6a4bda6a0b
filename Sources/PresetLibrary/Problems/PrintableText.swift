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

extension Unicode.Scalar {
    /// Whether it is an emoji, and no digit or sign that one can be made of.
    fileprivate var isPictograph: Bool { value > 0xA0 && properties.isEmoji }
}

extension String {
    /// Whether every character can be shown; one that is made of several emoji can, as its parts.
    var isPrintable: Bool {
        var last: Unicode.Scalar?
        var isJoined = false
        for scalar in unicodeScalars {
            if isJoined, !scalar.isPictograph { return false }
            isJoined = scalar == "\u{200D}"
            // A selector of how an emoji is drawn stands between it and what joins it to the next.
            if isJoined ? last?.isPictograph != true : !scalar.isPrintable { return false }
            if !(0xFE0E...0xFE0F).contains(scalar.value) { last = scalar }
        }
        return !isJoined
    }

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
