/// The glyphs of a text, with everything that is not drawable made visible.
///
/// C0 controls and DEL become their Unicode pictures (escape is `␛`, newline `␊`), other undrawable scalars their number as in
/// `\u{202e}`; a combining mark without a base, or a second one on the same base, is shown on a dotted circle. So two texts that
/// differ look different, and none can act on the terminal.
///
/// Emoji alone are shown as plainly as Unicode allows (UTS #51): a selector of their presentation is left out, and the parts of a sequence
/// that joiners hold together stand side by side. How wide a terminal draws the sequence as a whole is not known.
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
            case .narrow: return takingMark(Glyph(drawable: scalar), of: scalar)
            case .wide: return takingMark(Glyph(drawable: scalar, isWide: true), of: scalar)
            case .combining: return Glyph(drawable: "\u{25CC}", mark: scalar)
            case .undrawable: return picture(of: scalar)
            }
        }

        private mutating func takingMark(_ glyph: Glyph, of scalar: Unicode.Scalar) -> Glyph {
            // Nearly all text is ASCII: look a neighbour up only where a mark is possible at all.
            guard let next = lookahead, next.value >= 0x300 else { return glyph }
            if next.isEmojiSelector, scalar.properties.isEmoji { lookahead = scalars.next() }
            var marked = glyph
            if let mark = lookahead, mark.value >= 0x300, CharacterWidth.of(mark) == .combining {
                lookahead = scalars.next()
                marked = glyph.marked(mark)
            }
            if lookahead == .zeroWidthJoiner, scalar.isPictograph {
                var rest = scalars
                if let following = rest.next(), following.isPictograph { lookahead = scalars.next() }
            }
            return marked
        }

        private mutating func picture(of scalar: Unicode.Scalar) -> Glyph {
            if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) { return Glyph(drawable: picture) }
            if scalar.value == 0x7F { return Glyph(drawable: "\u{2421}") }
            escape = Substring("u{" + String(scalar.value, radix: 16) + "}").unicodeScalars
            return Glyph(drawable: "\\")
        }
    }
}
