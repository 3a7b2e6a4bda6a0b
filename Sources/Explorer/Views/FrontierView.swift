import DesignSpace
import Terminal

/// The Frontier screen: the plot, and below it what there is to say of the selected point.
struct FrontierView {
    let state: ExplorerState

    init(_ state: ExplorerState) { self.state = state }

    /// Draws the plot without its points, of a crowd with the cloud.
    func drawScene(with pen: inout Pen, in rect: Rect) {
        guard !rect.isEmpty else { return }
        drawHeadings(with: &pen, in: rect)
        guard !isReadOutAlone(in: rect) else { return }
        if state.plot.points.isEmpty { return drawNothing(with: &pen, in: Self.plotRect(in: rect)) }
        state.plot.drawScene(with: &pen, in: Self.plotRect(in: rect), emphasis: emphasis, placed: state.placed)
    }

    /// Draws the headings of the figures below the plot, which are the same for all points.
    private func drawHeadings(with pen: inout Pen, in rect: Rect) {
        let (limit, inset) = (Self.readOutRows(in: rect), rect.columns > 40 ? 1 : 0)
        let width = rect.columns - 2 * inset
        guard state.noPoint == nil, state.selectedPosition != nil, Self.hasFigures(width: width, atMost: limit) else { return }
        let below = rect.splitBottom(limit).bottom.inset(columns: inset)
        pen.put(ReadOutLayout(state.points, width: width).heading, row: below.top, in: below)
    }

    /// Says in the place of the plot what is missing for it, and how it comes about.
    private func drawNothing(with pen: inout Pen, in rect: Rect) {
        let benchmark = state.benchmark ?? state.study.study.benchmarks.first
        var text = "No accuracy\(benchmark.map { " on \($0.title)" } ?? "") is known: none was published, measured or imported."
        if state.plot.lacksCosts {
            text = state.plot.lackOfCosts + ". Another axis: a."
        } else if state.canRun, !state.points.rows.isEmpty {
            text += " r trains the selected point, which appears here when it is done."
        }
        let width = min(60, max(1, rect.columns - 4))
        let lines = TextLine(text, .quiet).wrapped(toColumns: width, hanging: 0)
        let area = Rect(column: rect.left + (rect.columns - width) / 2, row: rect.top, columns: width, rows: rect.rows)
        let first = area.top + max(0, (area.rows - lines.count) / 2)
        for (offset, line) in lines.enumerated() where first + offset < area.bottom {
            pen.put(line, row: first + offset, in: area)
        }
    }

    /// Draws the points and what there is to say of the selected one, over the scene.
    ///
    /// - Returns: the cell of the selected point.
    func drawCursor(with pen: inout Pen, in rect: Rect) -> Point? {
        guard !rect.isEmpty else { return nil }
        let inset = rect.columns > 40 ? 1 : 0
        let limit = Self.readOutRows(in: rect)
        let lines = readOut(with: pen, width: rect.columns - 2 * inset, atMost: limit)
        let (plot, below) = rect.splitBottom(limit)
        // Of a point without a place in the plot the name stands for it: below the headings, where there are figures.
        let hasHeadings =
            state.noPoint == nil && state.selectedPosition != nil && Self.hasFigures(width: rect.columns - 2 * inset, atMost: limit)
        let name = Point(column: below.left + inset, row: below.top + (hasHeadings ? 1 : 0))
        for (index, line) in lines.enumerated() { pen.put(line, row: name.row + index, in: below.inset(columns: inset)) }
        if isReadOutAlone(in: rect) { return lines.isEmpty ? nil : name }
        let cell = state.plot.drawPoints(with: &pen, in: plot, emphasis: emphasis, placed: state.placed)
        return cell ?? (lines.isEmpty ? nil : name)
    }

    /// Where the plot stands in the body.
    static func plotRect(in rect: Rect) -> Rect { rect.splitBottom(readOutRows(in: rect)).rest }

    private func isReadOutAlone(in rect: Rect) -> Bool { rect.rows < 5 || rect.columns < 24 }

    /// What stands out in the plot.
    var emphasis: FrontierPlot.Emphasis {
        FrontierPlot.Emphasis(
            selected: state.selectedPosition, marked: Set(state.marks.compactMap(state.points.position(of:))),
            showsIsolines: state.frontier.showsIsolines,
            baseline: state.selectedPoint?.baselineAccuracy?.percent.map(state.plot.quality.value(ofPercent:)))
    }

    /// The lines below the plot: headings, figures and a sentence where there is room for them.
    private static func readOutRows(in rect: Rect) -> Int {
        if rect.rows < 5 || rect.columns < 24 { return rect.rows }
        if rect.rows < 12 { return 1 }
        if rect.columns < 60 { return rect.rows < 18 ? 2 : 3 }
        return rect.rows < 18 || rect.columns >= widest && rect.rows < 34 ? 3 : 4
    }

    /// The lines below the plot and its headings.
    private func readOut(with pen: Pen, width: Int, atMost limit: Int) -> [TextLine] {
        guard state.noPoint == nil, let readOut = ReadOut(state) else { return [TextLine(state.noPoint ?? "", .quiet)] }
        guard Self.hasFigures(width: width, atMost: limit) else {
            return pen.lines(readOut.shortPieces, width: width, atMost: limit, separator: width >= 100 ? "   " : "  ")
        }
        let figures = ReadOutLayout(state.points, width: width).values(of: readOut.row, in: state, width: width)
        let spread = width >= Self.widest ? Self.spread(readOut, with: pen, width: width - 2, atMost: limit - 2) : nil
        let sentence = spread ?? pen.lines(readOut.sentence, width: width - 2, atMost: limit - 2)
        return [figures] + sentence.map { TextLine([Phrase("  ")] + $0.phrases) }
    }

    /// From so many columns on what is said against the baseline stands at the right edge.
    static let widest = 110

    /// Against the frontier on the left and against the baseline on the right, so that neither moves when the other changes; below them, or
    /// between where there is one line, what else there is to say. Nil where both do not fit into a line.
    private static func spread(_ readOut: ReadOut, with pen: Pen, width: Int, atMost limit: Int) -> [TextLine]? {
        let trailing = readOut.tie
        let room = width - pen.columns(of: trailing) - 3
        let pieces = limit == 1 ? readOut.standings.followed(by: readOut.background) : readOut.standings
        let leading = pen.lines(pieces, width: room, atMost: 1).first ?? TextLine([])
        guard pen.columns(of: leading) <= room else { return nil }
        let gap = width - pen.columns(of: leading) - pen.columns(of: trailing) - 1
        let first = TextLine(leading.phrases + [Phrase("".padded(to: gap))] + trailing.phrases)
        return [first] + pen.lines(readOut.background, width: width, atMost: limit - 1)
    }

    /// Whether there is room for a row of figures under their headings.
    private static func hasFigures(width: Int, atMost limit: Int) -> Bool { width >= 58 && limit >= 3 }
}

extension ExplorerState {
    /// What there is to say where no point is shown; nil where one is.
    var noPoint: String? {
        if points.rows.isEmpty { return "this data set has no points" }
        return points.order.isEmpty ? "no point passes the filter" : nil
    }
}
