import DesignSpace
import Terminal

/// A stop of a tour: its heading, the screen that it shows, its caption, and at the foot where in the tour it stands.
struct PresentationView {
    /// Where the parts stand; with little room the caption stays longest.
    struct Layout: Hashable, Sendable {
        let heading: Rect
        let body: Rect
        let caption: Rect
        let foot: Rect

        init(in rect: Rect, captionRows: Int) {
            // Air around everything: an audience sits far away.
            let margin = rect.columns >= 100 && rect.rows >= 30
            let inner = margin ? rect.inset(columns: 3).inset(rows: 1) : rect
            let (top, below) = inner.splitTop(rect.rows >= 12 ? 2 : rect.rows >= 4 ? 1 : 0)
            let (above, foot) = below.splitBottom(rect.rows >= 8 ? 1 : 0)
            let gap = rect.rows >= 20 ? 1 : 0
            let (body, caption) = above.splitBottom(min(captionRows + 2 * gap, max(1, above.rows - 3)))
            heading = top
            self.body = body
            self.caption = caption.inset(rows: min(gap, caption.rows / 2))
            self.foot = foot
        }
    }

    let state: ExplorerState
    let presentation: Presentation

    /// The widest lines that read well from afar.
    private static let longestLine = 88

    private var captionLines: [TextLine] {
        let width = min(Self.longestLine, max(1, state.size.columns - 4))
        return TextLine(presentation.stop?.caption ?? "").wrapped(toColumns: width, hanging: 0)
    }

    var layout: Layout { Layout(in: Rect(size: state.size), captionRows: captionLines.count) }

    /// Draws the stop with whatever draws its screen.
    ///
    /// - Returns: the cell of the selected item.
    func draw(with pen: inout Pen, body draw: (inout Pen, Rect) -> Point?) -> Point? {
        let layout = layout
        let cursor = layout.body.isEmpty ? nil : draw(&pen, layout.body)
        if !layout.heading.isEmpty {
            centre(TextLine(presentation.stop?.title ?? "", .strong), row: layout.heading.top, layout.heading, &pen)
        }
        let lines = captionLines
        for (index, line) in lines.prefix(layout.caption.rows).enumerated() {
            centre(line, row: layout.caption.top + index, layout.caption, &pen)
        }
        if !layout.foot.isEmpty { pen.putTrailing(TextLine(foot, .quiet), row: layout.foot.top, in: layout.foot) }
        return cursor ?? layout.caption.origin
    }

    private var foot: String {
        "\(presentation.position + 1) of \(presentation.tour.stops.count) · \(presentation.elapsedMinutes) min"
    }

    private func centre(_ line: TextLine, row: Int, _ rect: Rect, _ pen: inout Pen) {
        let indent = max(0, (rect.columns - pen.columns(of: line.text)) / 2)
        pen.put(line, row: row, in: Rect(column: rect.left + indent, row: row, columns: rect.columns - indent, rows: 1))
    }
}
