import DesignSpace
import HardwareModel
import Terminal

/// A stop of a tour: its heading, the screen that it shows, its caption, the speaker's notes if they are asked for, and at the foot where
/// in the tour it stands.
struct PresentationView {
    /// Where the parts stand; with little room the caption stays longest.
    struct Layout: Hashable, Sendable {
        let heading: Rect
        let body: Rect
        let caption: Rect
        let notes: Rect
        let foot: Rect

        init(in rect: Rect, captionRows: Int, notesRows: Int) {
            // Air around everything: an audience sits far away.
            let margin = rect.columns >= 100 && rect.rows >= 30
            let inner = margin ? rect.inset(columns: 3).inset(rows: 1) : rect
            // On the smallest screens the caption says more than a heading and two lines of a screen do.
            let isTiny = rect.rows < 8
            let hasHeading = rect.rows >= 4 && !(isTiny && captionRows >= rect.rows)
            let (top, below) = inner.splitTop(rect.rows >= 12 ? 2 : hasHeading ? 1 : 0)
            let (middle, foot) = below.splitBottom(rect.rows >= 8 ? 1 : 0)
            let least = isTiny ? 0 : 3
            let (above, notes) = middle.splitBottom(notesRows == 0 ? 0 : min(notesRows + 1, max(0, middle.rows - least - 1)))
            let gap = rect.rows >= 20 ? 1 : 0
            let (body, caption) = above.splitBottom(min(captionRows + 2 * gap, max(1, above.rows - least)))
            heading = top
            self.body = body
            self.caption = caption.inset(rows: min(gap, caption.rows / 2))
            self.notes = notes
            self.foot = foot
        }

        /// Where a panel stands: on the screen that the stop shows, or over everything below the heading if that is too small.
        var panel: Rect {
            guard body.rows < 3 else { return body }
            let rows = body.rows + caption.rows + notes.rows
            return Rect(column: body.left, row: body.top, columns: body.columns, rows: rows)
        }
    }

    let state: ExplorerState
    let presentation: Presentation

    /// The widest lines that read well from afar.
    static let longestLine = 88

    private func wrapped(_ text: String) -> [TextLine] {
        let columns = state.size.columns
        let width = min(Self.longestLine, max(1, columns - (columns >= 40 ? 4 : 0)))
        return TextLine(text).wrapped(toColumns: width, hanging: 0)
    }

    private var captionLines: [TextLine] { wrapped(presentation.stop?.caption ?? "") }

    /// The notes, where they are to be seen on the screen of the stop.
    private var notesLines: [TextLine] {
        guard presentation.showsNotes, state.notes == .onDemand else { return [] }
        let notes = presentation.stop?.notes ?? ""
        return wrapped(notes.isEmpty ? "no notes for this stop" : notes)
    }

    var layout: Layout {
        Layout(in: Rect(size: state.size), captionRows: captionLines.count, notesRows: notesLines.count)
    }

    /// Draws the stop with whatever draws its screen.
    ///
    /// - Returns: the cell of the selected item.
    func draw(with pen: inout Pen, body draw: (inout Pen, Rect) -> Point?) -> Point? {
        let layout = layout
        let cursor = layout.body.isEmpty ? nil : draw(&pen, layout.body)
        if !layout.heading.isEmpty {
            centre(TextLine(presentation.stop?.title ?? "", .strong), row: layout.heading.top, layout.heading, &pen)
        }
        put(captionLines, in: layout.caption, &pen)
        if !layout.notes.isEmpty {
            let (rule, below) = layout.notes.splitTop(1)
            pen.fill(rule, with: "─", .quiet, within: rule)
            put(notesLines, in: below, &pen)
        }
        if !layout.foot.isEmpty { drawFoot(with: &pen, in: layout.foot) }
        return cursor ?? layout.caption.origin
    }

    /// Draws where in the tour the stop stands; on the first one also how to go through it.
    private func drawFoot(with pen: inout Pen, in rect: Rect) {
        pen.putTrailing(TextLine(foot, .quiet), row: rect.top, in: rect)
        guard presentation.position == 0, !presentation.isPrinted else { return }
        var hint = Fitting()
        for (rank, key) in ["n next", "p back", "q leave"].enumerated() { hint.add(key, .quiet, rank: rank) }
        let room = rect.columns - pen.columns(of: foot) - 2
        if let line = pen.lines(hint, width: room, atMost: 1, separator: "  ").first, pen.columns(of: line) <= room {
            pen.put(line, row: rect.top, in: rect)
        }
    }

    /// Where in the tour the stop stands, and the clock; before them the rows that the stop names and that cannot be seen.
    var foot: String {
        let missing = presentation.missing.map(\.text).joined(separator: ", ")
        let hidden = presentation.hidden.map { "its filter hides \($0.text) · " } ?? ""
        // Captions are written for the study's accelerator.
        let other =
            state.isHypothetical ? "priced on \(([state.study.accelerator.name] + state.warnings).joined(separator: ", ")) · " : ""
        return other + (missing.isEmpty ? "" : "not here: \(missing) · ") + hidden
            + "\(presentation.position + 1) of \(presentation.tour.stops.count)"
            + (presentation.isPrinted ? "" : " · \(presentation.elapsedMinutes) min")
    }

    /// Writes lines in the middle; the last that there is room for ends with an ellipsis if more would follow.
    private func put(_ lines: [TextLine], in rect: Rect, _ pen: inout Pen) {
        for (index, line) in lines.prefix(rect.rows).enumerated() {
            let isCut = index == rect.rows - 1 && lines.count > rect.rows
            let text = isCut ? TextLine((line.text + "…").truncated(toColumns: rect.columns)) : line
            centre(text, row: rect.top + index, rect, &pen)
        }
    }

    private func centre(_ line: TextLine, row: Int, _ rect: Rect, _ pen: inout Pen) {
        let indent = max(0, (rect.columns - pen.columns(of: line.text)) / 2)
        pen.put(line, row: row, in: Rect(column: rect.left + indent, row: row, columns: rect.columns - indent, rows: 1))
    }
}
