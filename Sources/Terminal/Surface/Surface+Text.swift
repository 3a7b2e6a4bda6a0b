extension Surface {
    /// Writes a text in one row, clipped to `clip` and the grid; what is not drawable is made visible.
    ///
    /// - Returns: the column after the text's last glyph, clipped or not.
    @discardableResult public mutating func put(_ text: String, at point: Point, style: Style = .plain, within clip: Rect? = nil)
        -> Int
    {
        let visible = clip.map { $0.intersection(bounds) } ?? bounds
        var column = point.column
        let rowIsVisible = visible.rowRange.contains(point.row)
        if let plain = PlainText(text) {
            if rowIsVisible { set(plain, column: column, row: point.row, style: style, columns: visible.columnRange) }
            return column + plain.columns
        }
        for glyph in VisibleText(text) {
            if rowIsVisible { set(glyph, column: column, row: point.row, style: style, columns: visible.columnRange) }
            column += glyph.columns
        }
        return column
    }

    /// Writes a text, cut with an ellipsis at the right end of `clip`, which it begins in.
    ///
    /// - Returns: the column after the last glyph.
    @discardableResult public mutating func putCut(_ text: String, at point: Point, style: Style = .plain, within clip: Rect) -> Int
    {
        let room = clip.right - point.column
        guard let plain = PlainText(text), plain.columns <= room else {
            return put(text.truncated(toColumns: room), at: point, style: style, within: clip)
        }
        let visible = clip.intersection(bounds)
        if visible.rowRange.contains(point.row) {
            set(plain, column: point.column, row: point.row, style: style, columns: visible.columnRange)
        }
        return point.column + plain.columns
    }

    /// Writes pieces of text one after the other in one row, clipped to `clip` and the grid.
    ///
    /// - Returns: the column after the last glyph, clipped or not.
    @discardableResult public mutating func put(_ spans: [Span], at point: Point, within clip: Rect? = nil) -> Int {
        spans.reduce(point.column) { column, span in
            put(span.text, at: Point(column: column, row: point.row), style: span.style, within: clip)
        }
    }

    /// Writes a text into the first row of `rect`, cut with an ellipsis or filled with spaces to the width of `rect`.
    public mutating func put(_ text: String, in rect: Rect, alignment: TextAlignment, style: Style = .plain) {
        put(text.fitted(toColumns: rect.columns, alignment: alignment), at: rect.origin, style: style, within: rect)
    }
}
