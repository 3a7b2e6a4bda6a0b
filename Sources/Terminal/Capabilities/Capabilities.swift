/// What a terminal can show and report; views choose their glyphs and colours from it.
public struct Capabilities: Hashable, Sendable {
    /// How many colours there are.
    public var colors: ColorDepth

    /// Which glyphs it can draw.
    public var glyphs: GlyphSet

    /// Whether it reports the mouse.
    public var mouse: Bool

    /// What a terminal can show and report.
    public init(colors: ColorDepth, glyphs: GlyphSet, mouse: Bool) {
        self.colors = colors
        self.glyphs = glyphs
        self.mouse = mouse
    }

    /// All there is: 256 colours, all of Unicode, a mouse.
    public static let full = Capabilities(colors: .palette256, glyphs: .braille, mouse: true)

    /// The least: no colour, ASCII, no mouse.
    public static let plain = Capabilities(colors: .monochrome, glyphs: .ascii, mouse: false)
}
