/// The kinds of line that frames and rules are drawn with.
public enum LineStyle: Hashable, Sendable {
    /// A thin line.
    case light

    /// Two thin lines.
    case double

    /// What a frame in this style is made of.
    public var glyphs: LineGlyphs {
        switch self {
        case .light: LineGlyphs(horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘")
        case .double: LineGlyphs(horizontal: "═", vertical: "║", topLeft: "╔", topRight: "╗", bottomLeft: "╚", bottomRight: "╝")
        }
    }
}

/// The glyphs of the sides and corners of a frame.
public struct LineGlyphs: Hashable, Sendable {
    /// The upper and lower side.
    public let horizontal: Glyph

    /// The left and right side.
    public let vertical: Glyph

    /// The corners.
    public let topLeft, topRight, bottomLeft, bottomRight: Glyph
}
