/// The rule for names of presets: they are typed on a command line and stand in filters and file names.
enum PresetName {
    /// The longest name, in characters.
    static let longest = 64

    /// Whether a text can be a name: one that is no option of a command line, and whose file is not hidden.
    static func isValid(_ text: String) -> Bool {
        (1...longest).contains(text.utf8.count) && text.utf8.allSatisfy(isAllowed) && text.first != "-" && text.first != "."
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
    }
}
