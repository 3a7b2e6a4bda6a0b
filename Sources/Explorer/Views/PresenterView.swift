import DesignSpace
import Terminal

/// What the speaker sees of a tour on a screen of their own: the notes of the stop, large, its title and the clock, and what comes next.
struct PresenterView {
    let state: ExplorerState
    let presentation: Presentation

    /// Draws the view over the whole screen.
    ///
    /// - Returns: where the notes begin.
    func draw(with pen: inout Pen) -> Point {
        let whole = Rect(size: state.size)
        let rect = whole.inset(columns: whole.columns >= 40 ? 2 : 0).inset(rows: whole.rows >= 16 ? 1 : 0)
        let (top, below) = rect.splitTop(rect.rows >= 3 ? 1 : 0)
        let (middle, bottom) = below.splitBottom(rect.rows >= 4 ? 1 : 0)
        if !top.isEmpty { drawHeading(with: &pen, in: top) }
        if !bottom.isEmpty { drawNext(with: &pen, in: bottom) }
        let air = middle.rows >= 8 ? 1 : 0
        drawNotes(with: &pen, in: middle.inset(rows: air))
        return middle.origin
    }

    private func drawHeading(with pen: inout Pen, in rect: Rect) {
        let clock = TextLine(PresentationView(state: state, presentation: presentation).foot, .strong)
        let room = max(0, rect.columns - pen.columns(of: clock) - 2)
        pen.put(presentation.stop?.title ?? "", .strong, at: rect.origin, within: rect.splitLeft(room).left)
        pen.putTrailing(clock, row: rect.top, in: rect)
    }

    private func drawNext(with pen: inout Pen, in rect: Rect) {
        let text = presentation.next.map { "next: \($0.title)" } ?? "the last stop"
        pen.put(text, .quiet, at: rect.origin, within: rect)
    }

    /// The notes in short lines, apart from one another where there is room; then the caption, which the audience reads.
    private func drawNotes(with pen: inout Pen, in rect: Rect) {
        let stop = presentation.stop
        let width = min(64, max(1, rect.columns))
        let notes = stop.map { $0.notes.isEmpty ? "no notes for this stop" : $0.notes } ?? ""
        let lines = TextLine(notes, .strong).wrapped(toColumns: width, hanging: 0)
        let caption = TextLine(stop?.caption ?? "", .quiet).wrapped(toColumns: width, hanging: 0)
        let pitch = rect.rows >= 2 * lines.count + caption.count + 1 ? 2 : 1
        var row = rect.top
        for line in lines where row < rect.bottom {
            pen.put(line, row: row, in: rect)
            row += pitch
        }
        row += pitch == 2 ? 0 : 1
        for line in caption where row < rect.bottom {
            pen.put(line, row: row, in: rect)
            row += 1
        }
    }
}
