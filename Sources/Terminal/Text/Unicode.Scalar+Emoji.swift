extension Unicode.Scalar {
    /// What holds emoji together that are to be drawn as one.
    static let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"

    /// Whether it asks for an emoji to be drawn as text, or in colour.
    var isEmojiSelector: Bool { (0xFE0E...0xFE0F).contains(value) }

    /// Whether it is an emoji, and no digit or sign that one can be made of.
    var isPictograph: Bool { value > 0xA0 && properties.isEmoji }
}
