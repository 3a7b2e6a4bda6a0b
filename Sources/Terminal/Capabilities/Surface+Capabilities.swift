extension Surface {
    /// What a terminal with these capabilities shows of the surface: other glyphs and colours where it lacks them, the same places.
    public func limited(to capabilities: Capabilities) -> Surface {
        if capabilities.glyphs == .braille && capabilities.colors == .palette256 { return self }
        var limited = self
        for row in 0..<size.rows {
            for (column, cell) in cells(inRow: row).enumerated() where !cell.isContinuation && cell != .blank {
                let style = cell.style.limited(to: capabilities.colors)
                let glyph = cell.glyph.limited(to: capabilities.glyphs)
                guard glyph != cell.glyph || style != cell.style else { continue }
                limited.set(glyph, column: column, row: row, style: style, columns: 0..<size.columns)
                if cell.glyph.isWide && !glyph.isWide {
                    limited.set(.space, column: column + 1, row: row, style: style, columns: 0..<size.columns)
                }
            }
        }
        return limited
    }
}

extension Style {
    /// The style, or the nearest one that a terminal of this depth has.
    public func limited(to depth: ColorDepth) -> Style {
        Style(foreground: foreground.limited(to: depth), background: background.limited(to: depth), attributes: attributes)
    }
}
