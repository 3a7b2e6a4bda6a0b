/// A piece of text in one style.
public struct Span: Hashable, Sendable {
    /// The text.
    public let text: String

    /// How it looks.
    public let style: Style

    /// A piece of text in one style.
    public init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }
}
