import Terminal

/// Draws texts for their roles on a surface, in the glyphs and colours of a terminal's tier.
struct Pen {
    var surface: Surface
    let capabilities: Capabilities
    let theme: Theme

    init(_ surface: Surface, _ capabilities: Capabilities, theme name: ThemeName = .standard) {
        self.surface = surface
        self.capabilities = capabilities
        theme = Theme(name, colors: capabilities.colors)
    }

    /// The columns that a text takes here.
    func columns(of text: String) -> Int { capabilities.glyphs.adapted(text).displayColumns }

    /// The columns that a line takes here.
    func columns(of line: TextLine) -> Int { line.phrases.reduce(0) { $0 + columns(of: $1.text) } }

    /// Writes a text, cut at the end of the rectangle with an ellipsis.
    ///
    /// - Returns: the column behind the text.
    @discardableResult
    mutating func put(_ text: String, _ role: Role = .plain, at point: Point, within rect: Rect, isSelected: Bool = false) -> Int {
        put(text, style: theme.style(role), at: point, within: rect, isSelected: isSelected)
    }

    @discardableResult
    mutating func put(_ text: String, style: Style, at point: Point, within rect: Rect, isSelected: Bool = false) -> Int {
        guard rect.contains(point) else { return point.column }
        let style = isSelected ? style.adding(.reverse) : style
        let whole = capabilities.glyphs.adapted(text)
        guard capabilities.glyphs != .braille else { return surface.putCut(whole, at: point, style: style, within: rect) }
        let fitting = whole.truncated(toColumns: rect.right - point.column)
        return surface.put(capabilities.glyphs.adapted(fitting), at: point, style: style, within: rect)
    }

    /// Fills a rectangle, as far as it lies in another, with one narrow glyph of ours.
    mutating func fill(_ part: Rect, with glyph: Glyph, _ role: Role, within rect: Rect) {
        let likeness = capabilities.glyphs.adapted(glyph.text).unicodeScalars.first.flatMap(Glyph.init)
        surface.fill(part.intersection(rect), with: likeness ?? glyph, style: theme.style(role))
    }

    /// Writes a line into a row of a rectangle, from its left edge.
    ///
    /// - Returns: the column behind the line.
    @discardableResult
    mutating func put(_ line: TextLine, row: Int, in rect: Rect) -> Int {
        line.phrases.reduce(rect.left) { column, phrase in
            put(phrase.text, phrase.role, at: Point(column: column, row: row), within: rect)
        }
    }

    /// Writes a text into a rectangle from its upper left corner, broken to its width.
    mutating func putWrapped(_ text: String, _ role: Role, in rect: Rect) {
        for (offset, line) in TextLine(text, role).wrapped(toColumns: rect.columns, hanging: 0).prefix(rect.rows).enumerated() {
            put(line, row: rect.top + offset, in: rect)
        }
    }

    /// Writes a line that ends at the right edge of a rectangle.
    mutating func putTrailing(_ line: TextLine, row: Int, in rect: Rect) {
        let start = max(rect.left, rect.right - columns(of: line))
        put(line, row: row, in: Rect(column: start, row: row, columns: rect.right - start, rows: 1).intersection(rect))
    }

    /// The lines into which pieces fit.
    func lines(_ fitting: Fitting, width: Int, atMost limit: Int, separator: String = " · ") -> [TextLine] {
        fitting.lines(width: width, atMost: limit, separator: separator, measure: columns)
    }

    /// Replaces what the terminal cannot draw: names from files, for everything of our own has its likeness already.
    mutating func finish() {
        surface = surface.limited(to: capabilities)
    }
}
