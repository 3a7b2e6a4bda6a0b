extension Surface {
    /// The surface as a vector image with real text: one line of text a row, in pieces of one style.
    ///
    /// - Parameters:
    ///   - description: what it shows and where that comes from, for the image's description; none if empty.
    ///   - isOnDark: whether it stands on a dark background, for colours that are bright; white by default.
    /// - Returns: a complete SVG document, the same for the same surface.
    public func svg(description: String = "", isOnDark: Bool = false) -> String {
        let paper = SVGRow.Paper(isDark: isOnDark)
        let (width, height) = (size.columns * SVGRow.cellWidth, size.rows * SVGRow.cellHeight)
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" "
                + "font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\">",
            "<rect width=\"100%\" height=\"100%\" fill=\"\(paper.color)\"/>",
        ]
        if !description.isEmpty { lines.append("<desc>\(SVGRow.escaped(description))</desc>") }
        for row in 0..<size.rows { lines += SVGRow(Array(cells(inRow: row)), row: row, paper: paper).elements }
        return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
    }
}

/// One row of a surface as SVG.
private struct SVGRow {
    static let cellWidth = 9
    /// As high as the letters' own boxes, so that lines and bars of one row meet those of the next.
    static let cellHeight = 17

    /// What the text stands on.
    struct Paper {
        let isDark: Bool
        var color: String { isDark ? "#1a1a1a" : "white" }
        /// The colour of text that has none of its own.
        var ink: String { isDark ? "#e6e6e6" : "#1a1a1a" }
    }

    let cells: [Cell]
    let row: Int
    let paper: Paper

    init(_ cells: [Cell], row: Int, paper: Paper) {
        self.cells = cells
        self.row = row
        self.paper = paper
    }

    /// Backgrounds, then texts.
    var elements: [String] {
        var backgrounds: [String] = []
        var texts: [String] = []
        var start = 0
        while start < cells.count {
            var end = start + 1
            while end < cells.count, cells[end].style == cells[start].style { end += 1 }
            if let background = background(start..<end) { backgrounds.append(background) }
            texts += words(in: start..<end)
            start = end
        }
        return backgrounds + texts
    }

    private func background(_ columns: Range<Int>) -> String? {
        let style = cells[columns.lowerBound].style
        let isReverse = style.attributes.contains(.reverse)
        guard isReverse || style.background != .default else { return nil }
        let color =
            isReverse ? Self.hex(style.foreground, otherwise: paper.ink) : Self.hex(style.background, otherwise: paper.color)
        return "<rect x=\"\(columns.lowerBound * Self.cellWidth)\" y=\"\(row * Self.cellHeight)\" "
            + "width=\"\(columns.count * Self.cellWidth)\" height=\"\(Self.cellHeight)\" fill=\"\(color)\"/>"
    }

    /// The texts of one style without the wide gaps between them; each is drawn exactly as wide as its cells.
    private func words(in columns: Range<Int>) -> [String] {
        var elements: [String] = []
        var column = columns.lowerBound
        while column < columns.upperBound {
            guard cells[column].glyph != .space else {
                column += 1
                continue
            }
            var end = column
            var text = ""
            while end < columns.upperBound, cells[end].glyph != .space || cells[end].isContinuation {
                if !cells[end].isContinuation { text += cells[end].glyph.text }
                end += 1
            }
            elements.append(element(text, columns: column..<end))
            column = end
        }
        return elements
    }

    private func element(_ text: String, columns: Range<Int>) -> String {
        let style = cells[columns.lowerBound].style
        let isReverse = style.attributes.contains(.reverse)
        let color =
            isReverse ? Self.hex(style.background, otherwise: paper.color) : Self.hex(style.foreground, otherwise: paper.ink)
        var attributes = "x=\"\(columns.lowerBound * Self.cellWidth)\" y=\"\(row * Self.cellHeight + 14)\" fill=\"\(color)\""
        attributes += " textLength=\"\(columns.count * Self.cellWidth)\" lengthAdjust=\"spacingAndGlyphs\""
        if style.attributes.contains(.bold) { attributes += " font-weight=\"bold\"" }
        if style.attributes.contains(.italic) { attributes += " font-style=\"italic\"" }
        if style.attributes.contains(.underline) { attributes += " text-decoration=\"underline\"" }
        if style.attributes.contains(.dim) { attributes += " fill-opacity=\"0.6\"" }
        return "<text \(attributes)>\(Self.escaped(text))</text>"
    }

    private static func hex(_ color: Color, otherwise: String) -> String {
        guard let (red, green, blue) = color.components else { return otherwise }
        return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    static func escaped(_ text: String) -> String {
        // Scalars and not characters: a sign with a combining mark is another character, and still a sign of XML.
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
