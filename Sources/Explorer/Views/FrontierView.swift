import DesignSpace
import Terminal

/// The Frontier screen: the plot, and below it what there is to say of the selected point.
struct FrontierView {
    let state: ExplorerState

    init(_ state: ExplorerState) { self.state = state }

    /// Draws the screen.
    ///
    /// - Returns: the cell of the selected point.
    func draw(with pen: inout Pen, in rect: Rect) -> Point? {
        guard !rect.isEmpty else { return nil }
        let isReadOutAlone = rect.rows < 5 || rect.columns < 24
        let limit = isReadOutAlone ? rect.rows : rect.rows < 12 ? 1 : rect.columns >= 110 || rect.rows < 18 ? 2 : 3
        let inset = rect.columns > 40 ? 1 : 0
        let lines = readOut(with: pen, width: rect.columns - 2 * inset, atMost: limit)
        let (plot, below) = rect.splitBottom(isReadOutAlone ? rect.rows : limit)
        for (index, line) in lines.enumerated() { pen.put(line, row: below.top + index, in: below.inset(columns: inset)) }
        if isReadOutAlone { return lines.isEmpty ? nil : below.origin }
        let emphasis = FrontierPlot.Emphasis(
            selected: state.selectedPosition, marked: marked, showsIsolines: state.frontier.showsIsolines)
        let cell = state.plot.draw(with: &pen, in: plot, emphasis: emphasis)
        return cell ?? (lines.isEmpty ? nil : Point(column: below.left + inset, row: below.top))
    }

    private var marked: Set<Int> { Set(state.marks.compactMap(state.points.position(of:))) }

    private func readOut(with pen: Pen, width: Int, atMost limit: Int) -> [TextLine] {
        guard !state.points.order.isEmpty, let readOut = ReadOut(state) else { return [TextLine(noPoint, .quiet)] }
        let pieces = width < 60 ? readOut.shortPieces : readOut.pieces
        return pen.lines(pieces, width: width, atMost: limit, separator: width >= 100 ? "   " : "  ")
    }

    private var noPoint: String { state.points.rows.isEmpty ? "this data set has no points" : "no point passes the filter" }
}
