/// Which glyphs a terminal can draw, fewest first.
public enum GlyphSet: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// ASCII alone (`LANG=C`, vt100).
    case ascii

    /// Latin letters, box drawing, half blocks (`▀▄▌▐`), the full block and shades (`█▓▒░`): what the Linux console's font has.
    case block

    /// All of Unicode, with eighth blocks (`▁▂▃▏▎▍`) and Braille patterns.
    case braille

    /// Whether the first has fewer glyphs than the second.
    public static func < (first: GlyphSet, second: GlyphSet) -> Bool { first.rawValue < second.rawValue }
}
