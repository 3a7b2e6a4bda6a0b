/// One place of a surface: what stands there and how it looks.
public struct Cell: Hashable, Sendable {
    /// What stands there; a space in the second half of a wide glyph.
    public let glyph: Glyph

    /// How it looks.
    public let style: Style

    /// Whether this is the second half of the wide glyph in the cell to its left.
    public let isContinuation: Bool

    /// A cell that begins a glyph.
    init(_ glyph: Glyph, style: Style) {
        self.glyph = glyph
        self.style = style
        isContinuation = false
    }

    /// The second half of a wide glyph.
    init(continuationIn style: Style) {
        glyph = .space
        self.style = style
        isContinuation = true
    }

    /// An empty cell.
    public static let blank = Cell(.space, style: .plain)
}
