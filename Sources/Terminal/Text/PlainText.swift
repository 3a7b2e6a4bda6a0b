/// A text of which every scalar is a narrow glyph of its own, as nearly all text is: it needs no look-up of Unicode's properties.
struct PlainText: Sendable {
    private let text: String

    /// The number of columns the text takes, which is that of its scalars.
    let columns: Int

    /// The text; nil if one of its scalars is wide, undrawable, a mark, or so rare that its properties have to be looked up.
    init?(_ text: String) {
        self.text = text
        // All ASCII is recognised by its bytes.
        let isASCII = text.utf8.withContiguousStorageIfAvailable { bytes in bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
        if isASCII == true {
            columns = text.utf8.count
            return
        }
        var count = 0
        for scalar in text.unicodeScalars {
            guard CharacterWidth.isCommonNarrow(scalar) else { return nil }
            count += 1
        }
        columns = count
    }

    /// Goes through the text's scalars.
    func forEachScalar(_ body: (UInt32) -> Void) {
        if columns == text.utf8.count {
            text.utf8.withContiguousStorageIfAvailable { bytes in for byte in bytes { body(UInt32(byte)) } }
        } else {
            for scalar in text.unicodeScalars { body(scalar.value) }
        }
    }
}
