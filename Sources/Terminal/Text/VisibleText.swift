/// The glyphs of a text, with everything that is not drawable made visible.
///
/// C0 controls and DEL become their Unicode pictures (escape is `␛`, newline `␊`), other undrawable scalars their number as in
/// `\u{202e}`; a combining mark without a base, or a second one on the same base, is shown on a dotted circle. So two texts that
/// differ look different, and none can act on the terminal.
public struct VisibleText: Sequence, Sendable {
    private let text: String

    /// The glyphs of `text`.
    public init(_ text: String) { self.text = text }

    /// Goes through the glyphs from the text's first to its last.
    public func makeIterator() -> Iterator { Iterator(text) }

    /// The number of columns the text takes.
    public var columns: Int { reduce(0) { $0 + $1.columns } }
}

extension VisibleText {
    /// The glyphs of a text one after the other.
    public struct Iterator: IteratorProtocol {
        private var scalars: String.UnicodeScalarView.Iterator
        private var lookahead: Unicode.Scalar?
        private var escape: Substring.UnicodeScalarView = Substring().unicodeScalars

        init(_ text: String) {
            scalars = text.unicodeScalars.makeIterator()
            lookahead = scalars.next()
        }

        /// The next glyph; nil after the last.
        public mutating func next() -> Glyph? {
            if let scalar = escape.popFirst() { return Glyph(drawable: scalar) }
            guard let scalar = lookahead else { return nil }
            lookahead = scalars.next()
            switch CharacterWidth.of(scalar) {
            case .narrow: return takingMark(Glyph(drawable: scalar))
            case .wide: return takingMark(Glyph(drawable: scalar, isWide: true))
            case .combining: return Glyph(drawable: "\u{25CC}", mark: scalar)
            case .undrawable: return picture(of: scalar)
            }
        }

        private mutating func takingMark(_ glyph: Glyph) -> Glyph {
            // Nearly all text is ASCII: look a neighbour up only where a mark is possible at all.
            guard let mark = lookahead, mark.value >= 0x300, CharacterWidth.of(mark) == .combining else { return glyph }
            lookahead = scalars.next()
            return glyph.marked(mark)
        }

        private mutating func picture(of scalar: Unicode.Scalar) -> Glyph {
            if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return Glyph(drawable: picture) }
            if scalar.value == 0x7F { return Glyph(drawable: "\u{2421}") }
            escape = Substring("u{" + String(scalar.value, radix: 16) + "}").unicodeScalars
            return Glyph(drawable: "\\")
        }
    }
}
