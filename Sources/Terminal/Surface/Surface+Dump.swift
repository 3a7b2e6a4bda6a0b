extension Surface {
    /// The text of every row from the top, without spaces at its end.
    public var lines: [String] {
        (0..<size.rows).map { row in
            var line = String()
            for cell in cells(inRow: row) where !cell.isContinuation { line += cell.glyph.text }
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// The text of all rows, joined by newlines, without spaces at the end of any.
    public func text() -> String { lines.joined(separator: "\n") }

    /// The text with every styled stretch marked, as in `plain «bold red:loud» plain`, without plain spaces at the end of a row.
    public func styledText() -> String { (0..<size.rows).map(styledLine).joined(separator: "\n") }

    private func styledLine(row: Int) -> String {
        var cells = cells(inRow: row)
        while cells.last == .blank { cells.removeLast() }
        var line = String()
        var style = Style.plain
        for cell in cells {
            if cell.style != style {
                if style != .plain { line += "»" }
                if cell.style != .plain { line += "«\(cell.style):" }
                style = cell.style
            }
            if !cell.isContinuation { line += cell.glyph.text }
        }
        return style == .plain ? line : line + "»"
    }
}
