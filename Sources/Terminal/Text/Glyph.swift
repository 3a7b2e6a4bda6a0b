/// Something a terminal can draw in one or two columns: one drawable scalar, with at most one combining mark.
///
/// There is no way to make one from a control character, so a surface of glyphs cannot carry one to a terminal.
public struct Glyph: Hashable, Sendable {
    /// The scalar; narrow or wide, never a control.
    public let scalar: Unicode.Scalar

    /// A mark drawn over it, as an accent; most glyphs have none.
    public let mark: Unicode.Scalar?

    /// Whether it takes two columns.
    public let isWide: Bool

    /// The glyph of a scalar; nil if that scalar cannot stand alone in a cell.
    ///
    /// Given a literal, Swift takes the initializer for literals instead, which never fails.
    public init?(_ scalar: Unicode.Scalar) {
        switch CharacterWidth.of(scalar) {
        case .narrow: self.init(drawable: scalar, isWide: false)
        case .wide: self.init(drawable: scalar, isWide: true)
        case .combining, .undrawable: return nil
        }
    }

    /// A glyph of a scalar known to be drawable.
    init(drawable scalar: Unicode.Scalar, isWide: Bool = false, mark: Unicode.Scalar? = nil) {
        self.scalar = scalar
        self.mark = mark
        self.isWide = isWide
    }

    /// An empty place.
    public static let space: Glyph = " "

    /// What stands for a glyph that cannot be shown.
    public static let replacement: Glyph = "\u{FFFD}"

    /// How many columns it takes: 1 or 2.
    public var columns: Int { isWide ? 2 : 1 }

    /// The glyph as text.
    public var text: String {
        var text = String.UnicodeScalarView()
        text.append(scalar)
        if let mark { text.append(mark) }
        return String(text)
    }

    /// The same glyph under a combining mark.
    func marked(_ mark: Unicode.Scalar) -> Glyph { Glyph(drawable: scalar, isWide: isWide, mark: mark) }
}

extension Glyph: ExpressibleByUnicodeScalarLiteral {
    /// The glyph of a literal; U+FFFD if the literal cannot stand alone in a cell.
    public init(unicodeScalarLiteral scalar: Unicode.Scalar) { self = Glyph(scalar) ?? Glyph(drawable: "\u{FFFD}") }
}
