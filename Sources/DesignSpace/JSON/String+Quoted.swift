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
                let digits = String(scalar.value, radix: 16)
                self += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            default: unicodeScalars.append(scalar)
            }
        }
        self += "\""
    }
}
