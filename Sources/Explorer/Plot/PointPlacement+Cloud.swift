import Terminal

extension PointPlacement.Dots {
    /// What stands for points that are too many for letters: their places in Braille, or else how many they are.
    ///
    /// Block: `·` for one, then `░` to 3, `▒` to 9 and `▓` beyond; ASCII: `.`, `:` to 3, `%` to 9 and `@` beyond.
    func glyph(in glyphs: GlyphSet) -> Glyph {
        if glyphs == .braille, let scalar = Unicode.Scalar(0x2800 + UInt32(pattern)), let glyph = Glyph(scalar) { return glyph }
        let place = count > 9 ? 3 : count > 3 ? 2 : count > 1 ? 1 : 0
        return glyphs == .ascii ? [".", ":", "%", "@"][place] : ["·", "░", "▒", "▓"][place]
    }
}
