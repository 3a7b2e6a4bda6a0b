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

    /// The width of the metrics' names.
    private static let nameWidth = 14

    /// The narrowest column in which a figure and its ratio can be read.
    private static let narrowest = 19

    /// The lines above the rows: the points' names.
    private static func headerRows(in rect: Rect) -> Int { rect.rows >= 4 ? 2 : 1 }

    /// How many rows are on the screen.
    static func shownRows(in rect: Rect) -> Int { max(1, rect.rows - headerRows(in: rect)) }

    /// Draws all but the points' names, one of which is that of the selected point.
    func drawScene(with pen: inout Pen, in rect: Rect) {
        guard !rect.isEmpty else { return }
        let inner = Self.inner(rect)
        guard compared.points.count >= 2 else {
            pen.put("mark two to four points to compare: m on any screen", .quiet, at: inner.origin, within: inner)
            return
        }
        let body = inner.splitTop(Self.headerRows(in: rect)).rest
        let columns = columns(in: inner)
        let lines = wrapped(width: inner.columns)
        for (offset, row) in lines.dropFirst(state.compare.firstRow).prefix(body.rows).enumerated() {
            draw(row, columns, with: &pen, in: body.splitTop(offset).rest.splitTop(1).top)
        }
    }

    /// Draws the points' names over the scene.
    ///
    /// - Returns: the heading of the selected point, or of the first.
    func drawCursor(with pen: inout Pen, in rect: Rect) -> Point? {
        guard !rect.isEmpty else { return nil }
        let inner = Self.inner(rect)
        guard compared.points.count >= 2 else { return inner.origin }
        return drawHeader(columns(in: inner), with: &pen, in: inner.splitTop(Self.headerRows(in: rect)).top)
    }

    /// Whether there is no room for all points, so that the selected one decides which of them stand on the screen.
    func isTight(in rect: Rect) -> Bool { columns(in: Self.inner(rect)).count < compared.points.count }

    /// The position of the row whose column a cell is in; nil between columns.
    func position(at point: Point, in rect: Rect) -> Int? {
        guard !rect.isEmpty, compared.points.count >= 2 else { return nil }
        let column = columns(in: Self.inner(rect)).first { $0.rect.columnRange.contains(point.column) }
        return column.map { compared.positions[$0.place] }
    }

    private static func inner(_ rect: Rect) -> Rect { rect.inset(columns: rect.columns > 40 ? 1 : 0) }

    /// How many lines there are to scroll through.
    func lineCount(width: Int) -> Int { wrapped(width: width).count }

    /// The rows with verdicts broken to the width.
    private func wrapped(width: Int) -> [Line] {
        compared.rows.flatMap { row -> [Line] in
            guard case .verdict(let text) = row else { return [.row(row)] }
            return TextLine([Phrase("▸ ", .strong), Phrase(text)]).wrapped(toColumns: width, hanging: 2).map(Line.text)
        }
    }

    private enum Line {
        case row(ComparedPoints.Row)
        case text(TextLine)
    }

    /// The rectangles of the points that fit, the first always among them; if not all fit, then the selected one.
    private func columns(in rect: Rect) -> [(place: Int, rect: Rect)] {
        let area = rect.splitLeft(min(Self.nameWidth, rect.columns / 3)).rest
        let count = max(1, min(compared.points.count, area.columns / Self.narrowest))
        var places = Array(compared.points.indices.prefix(count))
        if let selected = compared.positions.firstIndex(where: { $0 == state.selectedPosition }), !places.contains(selected) {
            places[places.count - 1] = selected
        }
        return Array(zip(places, area.dividedIntoColumns(count, gap: 2))).map { (place: $0.0, rect: $0.1) }
    }

    private func drawHeader(_ columns: [(place: Int, rect: Rect)], with pen: inout Pen, in rect: Rect) -> Point? {
        var cursor: Point?
        for (place, column) in columns {
            let point = compared.points[place]
            let area = Rect(column: column.left, row: rect.top, columns: column.columns, rows: rect.rows)
            let isSelected = compared.positions[place] == state.selectedPosition
            let letter = state.plot.series.letter(of: point.point.network)
            let name = "\(letter) \(point.evaluation.network.title) \(point.point.shortName)\(point.mark)"
            pen.put(name, .strong, at: area.origin, within: area, isSelected: isSelected)
            if isSelected || cursor == nil { cursor = area.origin }
            guard rect.rows > 1 else { continue }
            let note =
                place == 0
                ? "the others are compared with it" : point.accuracy == nil ? point.state.text : Column.source.text(in: point)
            pen.put(note, .quiet, at: area.origin.moved(rows: 1), within: area)
        }
        return cursor
    }

    private func draw(_ line: Line, _ columns: [(place: Int, rect: Rect)], with pen: inout Pen, in rect: Rect) {
        switch line {
        case .text(let text): pen.put(text, row: rect.top, in: rect)
        case .row(.heading(let text)): pen.put(text, .heading, at: rect.origin, within: rect)
        case .row(.metric(let column)): drawMetric(column, columns, with: &pen, in: rect)
        case .row(.layer(let name, let energies)):
            drawName(name, with: &pen, in: rect, columns)
            let texts = energies.map { $0?.text(decimals: 2) ?? Column.unknown }
            let isChanged = zip(compared.points, texts).map { point, text in
                state.original(of: point)?.evaluation.energy(ofLayer: name).map { $0.text(decimals: 2) != text } ?? false
            }
            drawCells(texts, energies, isChanged, notes: nil, columns, with: &pen, row: rect.top)
        case .row(.gap), .row(.verdict): break
        }
    }

    private func drawMetric(_ column: Column, _ columns: [(place: Int, rect: Rect)], with pen: inout Pen, in rect: Rect) {
        drawName(column.heading, with: &pen, in: rect, columns)
        let values = compared.points.map { column.number(in: $0) }
        let texts = compared.points.map { column.text(in: $0) }
        let isChanged = compared.points.map { column.isChanged(in: $0, from: state.original(of: $0)) }
        guard column == .accuracy else {
            return drawCells(texts, values, isChanged, notes: nil, columns, with: &pen, row: rect.top)
        }
        let first = compared.points[0].accuracy
        let notes = compared.points.map { point -> String in
            let half = point.accuracy?.halfWidth.map { " ±\($0.text(decimals: 1))" } ?? ""
            guard
                point != compared.points[0], let ours = point.accuracy, let first, let percent = ours.percent,
                let base = first.percent
            else { return half }
            return "\(half)  \(Column.accuracy.differenceText(of: percent, from: base))\(ours.ties(with: first) ? " a tie" : "")"
        }
        drawCells(texts, values, isChanged, notes: notes, columns, with: &pen, row: rect.top)
    }

    private func drawName(_ name: String, with pen: inout Pen, in rect: Rect, _ columns: [(place: Int, rect: Rect)]) {
        let end = columns.first.map { $0.rect.left } ?? rect.right
        pen.put(name, .quiet, at: rect.origin, within: rect.splitLeft(max(1, end - rect.left - 1)).left)
    }

    /// Draws the figure of each point, its ratio to the first, and where there is room a bar.
    private func drawCells(
        _ texts: [String], _ values: [Double?], _ isChanged: [Bool], notes: [String]?, _ columns: [(place: Int, rect: Rect)],
        with pen: inout Pen, row: Int
    ) {
        let largest = values.reduce(0) { max($0, $1 ?? 0) }
        let width = figureWidth
        for (place, area) in columns {
            let cell = Rect(column: area.left, row: row, columns: area.columns, rows: 1)
            let end = pen.put(texts[place].leading(to: width), at: cell.origin, within: cell)
            let rest = Rect(column: end, row: row, columns: max(0, cell.right - end), rows: 1)
            if let notes {
                pen.put(notes[place], place == 0 ? .quiet : .plain, at: rest.origin, within: rest)
                continue
            }
            if place > 0, let value = values[place], let first = values[0], first != 0 {
                pen.put("  × \((value / first).text(significant: 3))", .strong, at: rest.origin, within: rest)
            }
            if isChanged[place] { pen.put(ExplorerState.changedMark, .measured, at: rest.origin, within: rest) }
            guard let value = values[place], largest > 0, rest.columns >= 20 else { continue }
            drawBar(value / largest, of: compared.points[place], with: &pen, in: rest.splitLeft(12).rest)
        }
    }

    private func drawBar(_ share: Double, of point: EvaluatedPoint, with pen: inout Pen, in rect: Rect) {
        let length = min(max(0, Int((share * Double(rect.columns)).rounded())), rect.columns)
        let series = state.plot.series.position(of: point.point.network)
        let role = Role.point(series: series, source: .published, isBaseline: false)
        pen.put(String(repeating: "▄", count: length), role, at: rect.origin, within: rect)
    }

    /// The width of the widest figure, to which all stand flush.
    private var figureWidth: Int {
        compared.points.reduce(0) { widest, point in
            PointComparison.metrics.reduce(widest) { max($0, $1.text(in: point).count) }
        }
    }
}
