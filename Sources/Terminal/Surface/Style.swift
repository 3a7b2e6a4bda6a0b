/// How the text of a cell looks.
public struct Style: Hashable, Sendable {
    /// The colour of the text.
    public var foreground: Color

    /// The colour behind the text.
    public var background: Color

    /// Weight, slant and the like.
    public var attributes: Attributes

    /// A style; without arguments the terminal's plain text.
    public init(foreground: Color = .default, background: Color = .default, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The terminal's plain text.
    public static let plain = Style()

    /// Plain text in bold.
    public static let bold = Style(attributes: .bold)

    /// Plain text with reduced intensity.
    public static let dim = Style(attributes: .dim)

    /// Plain text with foreground and background exchanged.
    public static let reverse = Style(attributes: .reverse)

    /// The same style with more attributes.
    public func adding(_ more: Attributes) -> Style {
        Style(foreground: foreground, background: background, attributes: attributes.union(more))
    }

    /// The same style in another text colour.
    public func colored(_ color: Color) -> Style { Style(foreground: color, background: background, attributes: attributes) }

    /// The same style on another background.
    public func on(_ color: Color) -> Style { Style(foreground: foreground, background: color, attributes: attributes) }
}
