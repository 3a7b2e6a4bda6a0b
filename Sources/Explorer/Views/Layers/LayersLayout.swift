import Terminal

/// Where the parts of the Layers screen stand.
struct LayersLayout: Hashable, Sendable {
    /// The line that names the selected point; nil where there is no room.
    let title: Rect?

    /// Where the accelerator is drawn; nil where there is no room.
    let diagram: Rect?

    /// The table with its headings and its sums.
    let table: Rect

    /// The headings; nil where there is no room.
    let header: Rect?

    /// The layers.
    let body: Rect

    /// The sums; nil where there is no room.
    let foot: Rect?

    /// Where charts or what a run found stand; nil where there is no room.
    let below: Rect?

    /// The first layer on the screen.
    let first: Int

    /// The row of the layer under the cursor; nil if it is not on the screen.
    let cursorRow: Int?

    init(in rect: Rect, layers: Int, cursor: Int) {
        let inner = rect.inset(columns: rect.columns > 40 ? 1 : 0)
        let (top, rest) = inner.splitTop(inner.rows >= 3 ? 1 : 0)
        title = top.isEmpty ? nil : top
        var lower = rest
        if rest.rows >= layers + 3 + AcceleratorDiagram.rows + 2, rest.columns >= AcceleratorDiagram.columns {
            let (above, remaining) = rest.splitTop(AcceleratorDiagram.rows + 2)
            diagram = above.splitTop(1).rest
            lower = remaining
        } else {
            diagram = nil
        }
        let tableRows = layers + 2
        let hasBelow = lower.rows >= tableRows + layers + 3 && lower.columns >= 60
        let (table, remaining) = lower.splitTop(hasBelow ? tableRows : lower.rows)
        self.table = table
        below = hasBelow ? remaining.splitTop(1).rest : nil
        // Figures without their headings would be riddles, so that those stay longer than a second layer.
        let (header, lines) = table.splitTop(table.rows >= 2 ? 1 : 0)
        let hasTotal = table.rows >= 4
        let (body, foot) = lines.splitBottom(hasTotal && layers < lines.rows ? lines.rows - layers : hasTotal ? 1 : 0)
        self.header = table.rows >= 2 ? header : nil
        self.body = body
        self.foot = hasTotal ? foot : nil
        let cursor = min(cursor, layers - 1)
        first = max(0, min(cursor - body.rows + 1, layers - body.rows))
        let place = cursor - first
        cursorRow = (0..<max(0, min(body.rows, layers - first))).contains(place) ? body.top + place : nil
    }
}
