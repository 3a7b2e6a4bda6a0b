extension String {
    /// The number of terminal columns the text takes once what is not drawable has been made visible.
    public var displayColumns: Int { PlainText(self)?.columns ?? VisibleText(self).columns }

    /// The text cut to at most so many columns, the last of them an ellipsis if anything was cut; safe to draw.
    public func truncated(toColumns columns: Int) -> String {
        guard columns > 0 else { return "" }
        if let plain = PlainText(self), plain.columns <= columns { return self }
        var kept = String()
        var keptColumns = 0
        var shorter = String()
        for glyph in VisibleText(self) {
            if keptColumns + glyph.columns > columns { return shorter + "…" }
            kept += glyph.text
            keptColumns += glyph.columns
            if keptColumns < columns { shorter = kept }
        }
        return kept
    }

    /// The text cut or filled with spaces to exactly so many columns.
    public func fitted(toColumns columns: Int, alignment: TextAlignment = .leading) -> String {
        let cut = truncated(toColumns: columns)
        let missing = max(columns - cut.displayColumns, 0)
        if missing == 0 { return cut }
        let before =
            switch alignment {
            case .leading: 0
            case .center: missing / 2
            case .trailing: missing
            }
        return String(repeating: " ", count: before) + cut + String(repeating: " ", count: missing - before)
    }
}
