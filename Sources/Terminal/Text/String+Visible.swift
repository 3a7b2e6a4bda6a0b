extension String {
    /// The text with everything that is not drawable made visible, on one line; safe to send to a terminal.
    public var visible: String {
        var visible = ""
        for glyph in VisibleText(self) { visible += glyph.text }
        return visible
    }
}
