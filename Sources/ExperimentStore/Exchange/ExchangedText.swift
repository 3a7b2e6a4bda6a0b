/// Rules for names and sentences that come from a file and go to a terminal.
enum ExchangedText {
    /// What is wrong with a text, in words; nil if nothing is.
    static func problem(in text: String, named name: String) -> String? {
        guard text.utf8.count <= RecordReader.longestText else {
            return "'\(name)' has \(text.utf8.count) bytes: at most \(RecordReader.longestText) are kept"
        }
        // Most texts are plain, for which nobody has to ask what Unicode says of each character.
        guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return nil }
        let isControl = { (scalar: Unicode.Scalar) in
            scalar.properties.generalCategory == .control || [0x2028, 0x2029].contains(scalar.value)
                || scalar.properties.isBidiControl
        }
        guard let scalar = text.unicodeScalars.first(where: isControl) else { return nil }
        return "'\(name)' holds the control character U+\(String(scalar.value, radix: 16, uppercase: true))"
    }
}
