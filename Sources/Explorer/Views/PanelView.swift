import Terminal

/// A panel: a title, and as many of its lines as there is room for.
struct PanelView {
    let state: ExplorerState

    init(_ state: ExplorerState) { self.state = state }

    /// Draws the panel over the whole body.
    ///
    /// - Returns: where it begins.
    func draw(with pen: inout Pen, in rect: Rect) -> Point? {
        guard let panel = state.panel, !rect.isEmpty else { return nil }
        let text = state.panelText ?? PanelText(panel.kind, of: state)
        let inner = rect.inset(columns: text.margin)
        let (header, body) = inner.splitTop(FrameLayout(state).panelTitleRows)
        let last = min(panel.firstLine + body.rows, text.lines.count)
        if !header.isEmpty {
            let place = text.lines.count > body.rows ? "\(panel.firstLine + 1)-\(last) of \(text.lines.count)" : ""
            // Where one is in a text is worth more than what its title ends with, behind its kind and its name.
            var parts = text.title.split(separator: " · ")
            func fits() -> Bool { pen.columns(of: parts.joined(separator: " · ")) + 2 + place.count <= header.columns }
            while parts.count > 2, !fits() { parts.removeLast() }
            pen.put(fits() ? parts.joined(separator: " · ") : text.title, .strong, at: header.origin, within: header)
            if fits() { pen.putTrailing(TextLine(place, .quiet), row: header.top, in: header) }
        }
        for (offset, line) in text.lines.dropFirst(panel.firstLine).prefix(body.rows).enumerated() {
            pen.put(line, row: body.top + offset, in: body)
        }
        return rect.origin
    }
}
