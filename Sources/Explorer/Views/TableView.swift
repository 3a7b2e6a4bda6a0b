import DesignSpace
import HardwareModel
import Networks
import Precision
import Terminal

/// The Table screen: every design point that passes the filter, with its figures.
struct TableView {
    let state: ExplorerState
    private let layout: TableLayout

    init(_ state: ExplorerState) {
        self.state = state
        layout = TableLayout(state)
    }

    /// Draws all but the cursor.
    func drawScene(with pen: inout Pen, in rect: Rect) {
        guard !rect.isEmpty else { return }
        let columns = layout.columns(from: state.table.firstColumn)
        let (header, body, _) = TableLayout.split(rect)
        if !header.isEmpty { drawHeader(columns, with: &pen, in: header) }
        let marked = Set(state.marks.compactMap(state.points.position(of:)))
        for (offset, position) in shown(in: body).enumerated() {
            let row = body.splitTop(offset).rest.splitTop(1).top
            drawRow(position, columns, with: &pen, in: row)
            if marked.contains(position) { pen.put("◆", .plain, at: row.origin.moved(columns: 1), within: row) }
            if state.points.overBudget.contains(position) {
                pen.put(ExplorerState.overBudgetMark, .mistake, at: row.origin.moved(columns: 2), within: row)
            }
        }
        if let text = state.noPoint {
            pen.put(text, .quiet, at: body.origin.moved(columns: layout.margin), within: body)
        }
    }

    /// Draws the cursor over the scene.
    ///
    /// - Returns: the first cell of the selected row.
    func drawCursor(with pen: inout Pen, in rect: Rect) -> Point? {
        let (_, body, readOut) = TableLayout.split(rect)
        let shown = shown(in: body)
        if !readOut.isEmpty { drawReadOut(with: &pen, in: readOut) }
        guard let selected = state.selectedPosition, let place = shown.firstIndex(of: selected) else { return nil }
        let row = body.splitTop(place - shown.startIndex).rest.splitTop(1).top
        pen.put("▸", .plain, at: row.origin, within: row)
        // A bar over the first column shows the place as well as one over the row would, and moves with few bytes.
        let first = layout.columns(from: state.table.firstColumn).first
        pen.surface.restyle(row.splitLeft(layout.margin + (first?.width ?? 0)).left) { _ in .reverse }
        return row.origin
    }

    /// Draws accuracy and energy of the selected point, for which there are no columns.
    private func drawReadOut(with pen: inout Pen, in rect: Rect) {
        guard !state.points.order.isEmpty, let readOut = ReadOut(state) else { return }
        if let line = pen.lines(readOut.figures, width: rect.columns, atMost: 1, separator: "  ").first {
            pen.put(line, row: rect.top, in: rect)
        }
    }

    /// The positions of the rows on the screen.
    private func shown(in body: Rect) -> ArraySlice<Int> { state.points.order.dropFirst(state.table.firstRow).prefix(body.rows) }

    private func drawHeader(_ columns: [TableLayout.Placed], with pen: inout Pen, in rect: Rect) {
        let count = columns.count - layout.frozen.count
        let continues = state.table.firstColumn + count < layout.scrolled.count
        for placed in columns {
            let isSorted = placed.column == state.sorting.column
            // The sign that there are more columns takes the last place: a unit gives way to it whole.
            let isNarrowed = continues && placed.x + placed.width >= rect.columns
            let heading = isNarrowed ? placed.column.name : placed.column.heading
            let width = pen.columns(of: heading)
            let room = placed.width - (isNarrowed ? 1 : 0)
            let x = rect.left + placed.x + (placed.column.isNumeric ? max(0, room - width) : 0)
            let cell = Rect(column: x, row: rect.top, columns: min(width, placed.width), rows: 1)
            pen.put(heading, isSorted ? .strong : .heading, at: cell.origin, within: cell)
            guard isSorted else { continue }
            let arrow = Point(column: placed.column.isNumeric ? x - 1 : x + width, row: rect.top)
            pen.put(state.sorting.isDescending ? "▼" : "▲", .strong, at: arrow, within: rect)
        }
        if state.table.firstColumn > 0, let first = columns.dropFirst(layout.frozen.count).first {
            pen.put("‹", .strong, at: Point(column: rect.left + first.x - 1, row: rect.top), within: rect)
        }
        if continues {
            pen.put("›", .strong, at: Point(column: rect.right - 1, row: rect.top), within: rect)
        }
    }

    private func drawRow(_ position: Int, _ columns: [TableLayout.Placed], with pen: inout Pen, in rect: Rect) {
        let row = state.points.row(at: position)
        let isOverBudget = state.points.overBudget.contains(position)
        let original = state.original(of: row)
        let hasSigns = !columns.contains { $0.column.namesSource }
        for placed in columns {
            let text = cell(placed.column, of: row)
            let width = pen.columns(of: text)
            let x = rect.left + placed.x + (placed.column.isNumeric ? max(0, placed.width - width) : 0)
            let cell = Rect(column: x, row: rect.top, columns: min(width, placed.width), rows: 1).intersection(rect)
            let role = isOverBudget ? Role.quiet : role(of: placed.column, in: row)
            let end = pen.put(text, role, at: cell.origin, within: cell)
            if placed.column == .precision, row.isExtrapolated {
                pen.put(PointLabel.extrapolatedMark, .mistake, at: Point(column: end, row: rect.top), within: rect)
            }
            // In the gap behind the figure, so that nothing moves aside for it.
            if placed.column == .accuracy, hasSigns, let sign = row.accuracy?.source.sign, !sign.isEmpty {
                pen.put(sign, role, at: Point(column: cell.right, row: rect.top), within: rect)
            }
            guard placed.column.isChanged(in: row, from: original) else { continue }
            pen.put(ExplorerState.changedMark, .measured, at: Point(column: cell.right, row: rect.top), within: rect)
        }
    }

    private func cell(_ column: Column, of row: EvaluatedPoint) -> String {
        switch column {
        case .precision where layout.isCompact: row.point.shortName
        case .frontier: row.isOnFrontier ? "═" : ""
        case .state: state.stateText(of: row)
        default: state.text(column, in: row)
        }
    }

    private func role(of column: Column, in row: EvaluatedPoint) -> Role {
        switch column {
        case .network:
            let series = state.plot.series.position(of: row.point.network)
            return .point(series: series, source: .published, isBaseline: row.isBaseline)
        case .accuracy, .source:
            guard let accuracy = row.accuracy else { return .quiet }
            if !accuracy.converged { return .mistake }
            return accuracy.source == .published ? .plain : .measured
        case .frontier: return .frontier
        case .state: return .quiet
        default: return .plain
        }
    }
}
