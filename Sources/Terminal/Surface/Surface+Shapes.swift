extension Surface {
    /// Fills a rectangle with one narrow glyph; a wide one counts as a space.
    public mutating func fill(_ rect: Rect, with glyph: Glyph = .space, style: Style = .plain) {
        let visible = rect.intersection(bounds)
        let filler = glyph.isWide ? .space : glyph
        for row in visible.rowRange { fill(visible.columnRange, row: row, with: filler, style: style) }
    }

    /// Changes the style of what stands in a rectangle and leaves the glyphs.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let visible = rect.intersection(bounds)
        for row in visible.rowRange { for column in visible.columnRange { restyle(column: column, row: row, change) } }
    }

    /// Draws a line to the right.
    public mutating func putHorizontalLine(
        from point: Point, columns: Int, line: LineStyle = .light, style: Style = .plain, within clip: Rect? = nil
    ) {
        let visible = Rect(column: point.column, row: point.row, columns: columns, rows: 1).intersection(clip ?? bounds)
        fill(visible, with: line.glyphs.horizontal, style: style)
    }

    /// Draws a line downwards.
    public mutating func putVerticalLine(
        from point: Point, rows: Int, line: LineStyle = .light, style: Style = .plain, within clip: Rect? = nil
    ) {
        let visible = Rect(column: point.column, row: point.row, columns: 1, rows: rows).intersection(clip ?? bounds)
        fill(visible, with: line.glyphs.vertical, style: style)
    }

    /// Draws a frame along the inner edge of a rectangle, with a title in its upper edge; what it encloses stays.
    public mutating func putBox(_ rect: Rect, title: String = "", line: LineStyle = .light, style: Style = .plain) {
        guard rect.columns >= 2, rect.rows >= 2 else { return }
        let glyphs = line.glyphs
        let (lastColumn, lastRow) = (rect.right - 1, rect.bottom - 1)
        for row in [rect.top, lastRow] {
            putHorizontalLine(from: Point(column: rect.left, row: row), columns: rect.columns, line: line, style: style)
        }
        for column in [rect.left, lastColumn] {
            putVerticalLine(from: Point(column: column, row: rect.top), rows: rect.rows, line: line, style: style)
        }
        put(glyphs.topLeft, at: rect.origin, style: style)
        put(glyphs.topRight, at: Point(column: lastColumn, row: rect.top), style: style)
        put(glyphs.bottomLeft, at: Point(column: rect.left, row: lastRow), style: style)
        put(glyphs.bottomRight, at: Point(column: lastColumn, row: lastRow), style: style)
        if !title.isEmpty && rect.columns > 4 {
            put(" \(title) ".truncated(toColumns: rect.columns - 4), at: rect.origin.moved(columns: 2), style: style, within: rect)
        }
    }
}
