import DesignSpace
import HardwareModel
import Networks
import Quantities
import Terminal

/// The Compare screen: two to four points side by side, each metric with its difference and ratio to the first.
struct CompareView {
    let state: ExplorerState
    private let compared: ComparedPoints

    init(_ state: ExplorerState) {
        self.state = state
        compared = state.compared ?? ComparedPoints(state)
    }

    /// Draws all but the points' names, one of which is that of the selected point.
    func drawScene(with pen: inout Pen, in rect: Rect) {
        guard !rect.isEmpty else { return }
        let inner = CompareLayout.inner(rect)
        if let nothing {
            pen.putWrapped(nothing, .quiet, in: inner)
            return
        }
        let layout = layout(in: rect)
        guard !layout.isReadOut else { return }
        for (offset, line) in shown(of: lines(layout), layout).enumerated() {
            draw(line, layout, with: &pen, in: layout.body.splitTop(offset).rest.splitTop(1).top)
        }
    }

    /// Draws the points' names over the scene, or where there is no room for columns the figures of the selected point.
    ///
    /// - Returns: the heading of the selected point, or of the first.
    func drawCursor(with pen: inout Pen, in rect: Rect) -> Point? {
        guard !rect.isEmpty else { return nil }
        let inner = CompareLayout.inner(rect)
        guard nothing == nil else { return inner.origin }
        let layout = layout(in: rect)
        guard layout.isReadOut else { return drawHeader(layout, with: &pen) }
        let readOut = CompareReadOut(compared, at: selectedPlace ?? compared.points.count - 1)
        let lines = pen.lines(readOut.pieces, width: inner.columns, atMost: inner.rows, separator: "  ")
        for (offset, line) in lines.enumerated() { pen.put(line, row: inner.top + offset, in: inner) }
        return inner.origin
    }

    /// Whether there is no room for all points, so that the selected one decides which of them stand on the screen.
    func isTight(in rect: Rect) -> Bool { nothing == nil && layout(in: rect).columns.count < compared.points.count }

    /// The position of the row whose column a cell is in; nil between columns.
    func position(at point: Point, in rect: Rect) -> Int? {
        guard !rect.isEmpty, nothing == nil else { return nil }
        let layout = layout(in: rect)
        guard !layout.isReadOut else { return nil }
        return layout.columns.first { $0.rect.columnRange.contains(point.column) }.map { compared.positions[$0.place] }
    }

    /// How far the lines scroll.
    func lastFirstRow(in rect: Rect) -> Int {
        guard nothing == nil else { return 0 }
        let layout = layout(in: rect)
        return layout.isReadOut ? 0 : max(0, lines(layout).count - layout.body.rows)
    }

    /// How many lines stand on the screen.
    func shownLines(in rect: Rect) -> Int {
        guard !rect.isEmpty, nothing == nil else { return 0 }
        let layout = layout(in: rect)
        return layout.isReadOut ? 0 : shown(of: lines(layout), layout).count
    }

    /// Which lines stand on the screen, and of how many; nil where all do.
    func extent(in rect: Rect) -> (lines: ClosedRange<Int>, count: Int)? {
        guard !rect.isEmpty, nothing == nil else { return nil }
        let layout = layout(in: rect)
        let lines = lines(layout)
        guard !layout.isReadOut, lines.count > layout.body.rows else { return nil }
        let first = state.compare.firstRow
        return (first + 1...first + max(1, shown(of: lines, layout).count), lines.count)
    }

    /// What there is to say where nothing is compared; nil where something is.
    private var nothing: String? {
        if let noPoint = state.noPoint { return noPoint }
        return compared.points.count >= 2 ? nil : "mark two to four points to compare: m on any screen"
    }

    /// The place of the selected point among the compared ones.
    private var selectedPlace: Int? { compared.positions.firstIndex { $0 == state.selectedPosition } }

    private func layout(in rect: Rect) -> CompareLayout {
        CompareLayout(
            in: rect, names: compared.names.map { $0.joined(separator: " ") }, figure: compared.figureWidth,
            selected: selectedPlace, verdictRows: compared.verdicts(toColumns: CompareLayout.inner(rect).columns).count)
    }
}

// MARK: Lines

extension CompareView {
    private enum Line {
        case row(ComparedPoints.Row)
        case text(TextLine)
        /// The intervals of the accuracies.
        case intervals
        /// The differences of the accuracies to the first.
        case differences
        /// The ratios of figures to the first.
        case ratios([Double?])
    }

    /// The rows, broken to the width and with what has no room beside figures below them.
    private func lines(_ layout: CompareLayout) -> [Line] {
        let verdicts = compared.verdicts(toColumns: layout.body.columns).map(Line.text)
        let rest = compared.rows.drop { !$0.isMetric }.flatMap { row -> [Line] in
            switch row {
            case .metric(.accuracy) where layout.isStacked: [.row(row), .differences, .intervals]
            case .metric(.accuracy) where !layout.hasDifferenceBeside: [.row(row), .differences]
            case .metric(let column) where layout.isStacked:
                [.row(row), .ratios(compared.points.map { column.number(in: $0) })]
            case .layer(_, let energies) where layout.isStacked: [.row(row), .ratios(energies)]
            default: [.row(row)]
            }
        }
        return layout.beginsWithVerdicts ? verdicts + [.row(.gap)] + rest : rest + [.row(.gap)] + verdicts
    }

    /// The lines on the screen; a heading without anything below it waits until that is there too.
    private func shown(of lines: [Line], _ layout: CompareLayout) -> ArraySlice<Line> {
        let rest = lines.dropFirst(state.compare.firstRow)
        let shown = rest.prefix(layout.body.rows)
        guard shown.count < rest.count, case .row(.heading) = shown.last else { return shown }
        return shown.dropLast()
    }

    private func draw(_ line: Line, _ layout: CompareLayout, with pen: inout Pen, in rect: Rect) {
        switch line {
        case .text(let text): pen.put(text, row: rect.top, in: rect)
        case .row(.heading(let text)): pen.put(text, .heading, at: rect.origin, within: rect)
        case .row(.metric(let column)): drawMetric(column, layout, with: &pen, in: rect)
        case .row(.layer(let name, let energies)):
            drawName(name, layout, with: &pen, in: rect)
            let texts = energies.map { $0?.text(decimals: 2) ?? Column.unknown }
            let isChanged = zip(compared.points, texts).map { point, text in
                state.original(of: point)?.evaluation.energy(ofLayer: name).map { $0.text(decimals: 2) != text } ?? false
            }
            drawCells(texts, energies, isChanged, layout, with: &pen, row: rect.top)
        case .intervals:
            drawName("  ± points", layout, with: &pen, in: rect)
            drawBelow(compared.points.map { $0.accuracy?.halfWidth?.text(decimals: 2) }, .quiet, layout, with: &pen, row: rect.top)
        case .differences:
            drawName("  against", layout, with: &pen, in: rect)
            let texts = compared.points.indices.map { $0 == 0 ? nil : compared.accuracyDifference(at: $0) }
            drawBelow(texts, .strong, layout, with: &pen, row: rect.top)
        case .ratios(let values):
            drawName("  ratio", layout, with: &pen, in: rect)
            let texts = values.indices.map { ratio(of: values, at: $0) }
            drawBelow(texts, .strong, layout, with: &pen, row: rect.top)
        case .row(.gap), .row(.verdict): break
        }
    }

    private func ratio(of values: [Double?], at place: Int) -> String? {
        guard place > 0, let value = values[place], let first = values[0], first != 0 else { return nil }
        return "× \((value / first).text(significant: 3))"
    }
}

// MARK: Drawing

extension CompareView {
    /// Draws the points' names, and where not all stand on the screen how many do and how the others are reached.
    private func drawHeader(_ layout: CompareLayout, with pen: inout Pen) -> Point? {
        var cursor: Point?
        let rect = layout.header
        if layout.columns.count < compared.points.count {
            let texts = ["\(layout.columns.count) of \(compared.points.count)", "h l others"]
            for (offset, text) in texts.prefix(rect.rows).enumerated() {
                drawName(text, layout, with: &pen, in: rect.splitTop(offset).rest)
            }
        }
        for column in layout.columns {
            let area = Rect(column: column.rect.left, row: rect.top, columns: column.rect.columns, rows: rect.rows)
            let isSelected = compared.positions[column.place] == state.selectedPosition
            let names = compared.names[column.place]
            let lines = layout.splitsNames ? names : [names.joined(separator: " ")]
            for (offset, line) in lines.enumerated() {
                pen.put(line, .strong, at: area.origin.moved(rows: offset), within: area, isSelected: isSelected)
            }
            if isSelected || cursor == nil { cursor = area.origin }
            guard rect.rows > lines.count else { continue }
            pen.put(note(of: column), .quiet, at: area.origin.moved(rows: lines.count), within: area)
        }
        return cursor
    }

    /// Whose accuracy a point has; of the first, where there is room, that the others are compared with it.
    private func note(of column: CompareLayout.Placed) -> String {
        let point = compared.points[column.place]
        let own = point.accuracy == nil ? point.state.text : Column.source.text(in: point)
        let objection = state.objection(toRow: compared.positions[column.place]) ?? ""
        let short = objection.prefix { $0 != ":" }
        let source =
            [objection, String(short)].map { $0.isEmpty ? own : "\(own), \($0)" }
            .first { $0.count <= column.rect.columns } ?? own
        guard column.place == 0 else { return source }
        let notes = [", the others are compared with it", ", the first", ""].map { source + $0 }
        return notes.first { $0.count <= column.rect.columns } ?? source
    }

    private func drawMetric(
        _ column: Column, _ layout: CompareLayout, with pen: inout Pen, in rect: Rect
    ) {
        drawName(column.heading, layout, with: &pen, in: rect)
        let values = compared.points.map { column.number(in: $0) }
        let texts = compared.points.map { column.text(in: $0) }
        let isChanged = compared.points.map { column.isChanged(in: $0, from: state.original(of: $0)) }
        guard column == .accuracy else {
            return drawCells(texts, values, isChanged, layout, with: &pen, row: rect.top)
        }
        for column in layout.columns {
            let point = compared.points[column.place]
            let rest = drawFigure(texts[column.place], column, with: &pen, row: rect.top)
            guard !layout.isStacked else { continue }
            var note = point.accuracy?.halfWidth.map { " ±\($0.text(decimals: 1))" } ?? ""
            if layout.hasDifferenceBeside, column.place > 0, let difference = compared.accuracyDifference(at: column.place) {
                note += "  \(difference)"
            }
            pen.put(note, column.place == 0 ? .quiet : .plain, at: rest.origin, within: rest)
        }
    }

    private func drawName(_ name: String, _ layout: CompareLayout, with pen: inout Pen, in rect: Rect) {
        let end = layout.columns.first?.rect.left ?? rect.right
        pen.put(name, .quiet, at: rect.origin, within: rect.splitLeft(max(1, end - rect.left - 1)).left)
    }

    /// - Returns: what is left of the point's columns behind the figure.
    private func drawFigure(
        _ text: String, _ column: CompareLayout.Placed, with pen: inout Pen, row: Int, role: Role = .plain
    ) -> Rect {
        let cell = Rect(column: column.rect.left, row: row, columns: column.rect.columns, rows: 1)
        let end = pen.put(text.leading(to: compared.figureWidth), role, at: cell.origin, within: cell)
        return Rect(column: end, row: row, columns: max(0, cell.right - end), rows: 1)
    }

    /// Draws what stands below figures, flush with them.
    private func drawBelow(_ texts: [String?], _ role: Role, _ layout: CompareLayout, with pen: inout Pen, row: Int) {
        for column in layout.columns {
            if let text = texts[column.place] { _ = drawFigure(text, column, with: &pen, row: row, role: role) }
        }
    }

    /// Draws the figure of each point, its ratio to the first where that stands beside it, and where there is room a bar.
    private func drawCells(
        _ texts: [String], _ values: [Double?], _ isChanged: [Bool], _ layout: CompareLayout, with pen: inout Pen, row: Int
    ) {
        let largest = values.reduce(0) { max($0, $1 ?? 0) }
        for column in layout.columns {
            let place = column.place
            let rest = drawFigure(texts[place], column, with: &pen, row: row)
            if !layout.isStacked, let ratio = ratio(of: values, at: place) {
                pen.put("  \(ratio)", .strong, at: rest.origin, within: rest)
            }
            if isChanged[place] { pen.put(ExplorerState.changedMark, .measured, at: rest.origin, within: rest) }
            guard let longest = layout.longestBar(behind: compared.figureWidth), let value = values[place], largest > 0 else {
                continue
            }
            let room = rest.splitLeft(CompareLayout.ratioColumns).rest.splitLeft(longest).left
            drawBar(value / largest, of: compared.points[place], with: &pen, in: room)
        }
    }

    private func drawBar(_ share: Double, of point: EvaluatedPoint, with pen: inout Pen, in rect: Rect) {
        // Costs of nothing make efficiencies without end, of which nothing is a share.
        let length = share.isFinite ? min(max(0, Int((share * Double(rect.columns)).rounded())), rect.columns) : 0
        let series = state.plot.series.position(of: point.point.network)
        let role = Role.point(series: series, source: .published, isBaseline: false)
        pen.fill(rect.splitLeft(length).left, with: "▄", role, within: rect)
    }
}

extension ComparedPoints.Row {
    /// Whether it is a metric of every point.
    fileprivate var isMetric: Bool {
        if case .metric = self { return true }
        return false
    }
}
