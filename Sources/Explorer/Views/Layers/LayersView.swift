import DesignSpace
import HardwareModel
import Networks
import Quantities
import Terminal

/// The Layers screen: the accelerator at the selected point's precision, and what each layer of its network takes on it.
struct LayersView {
    let state: ExplorerState

    init(_ state: ExplorerState) { self.state = state }

    /// A column and where it stands.
    private struct Placed {
        let column: LayerColumn
        let x: Int
        let width: Int
    }

    /// The selected point's evaluation; nil if nothing is selected, or nothing passes the filter.
    private var shown: Evaluation? { state.noPoint == nil ? state.selectedPoint?.evaluation : nil }

    /// Draws all but the cursor.
    func drawScene(with pen: inout Pen, in rect: Rect) {
        guard !rect.isEmpty else { return }
        guard let evaluation = shown else {
            let inner = rect.inset(columns: rect.columns > 40 ? 1 : 0)
            pen.putWrapped(state.noPoint ?? "no point is selected", .quiet, in: inner)
            return
        }
        let layout = LayersLayout(in: rect, layers: evaluation.mapping.layers.count, cursor: state.layers.cursor)
        if let title = layout.title { drawTitle(with: &pen, in: title) }
        if let diagram = layout.diagram { AcceleratorDiagram(design: evaluation.design).draw(with: &pen, in: diagram) }
        if let below = layout.below { drawBelow(of: evaluation, with: &pen, in: below) }
        drawTable(of: evaluation, with: &pen, layout)
    }

    /// Draws the cursor over the scene.
    ///
    /// - Returns: the first cell of the layer under the cursor.
    func drawCursor(with pen: inout Pen, in rect: Rect) -> Point? {
        guard !rect.isEmpty, let evaluation = shown else { return nil }
        let layout = LayersLayout(in: rect, layers: evaluation.mapping.layers.count, cursor: state.layers.cursor)
        guard let row = layout.cursorRow else { return nil }
        let table = layout.table
        let start = Point(column: table.left, row: row)
        pen.put("▸", .plain, at: start, within: table)
        let width = min(Self.width(.name, of: evaluation), table.columns - 2)
        let name = Rect(column: table.left, row: row, columns: 2 + width, rows: 1)
        pen.surface.restyle(name.intersection(table)) { _ in .reverse }
        return start
    }

    /// The layer that stands at a cell; nil where there is none.
    func layer(at point: Point, in rect: Rect) -> Int? {
        guard !rect.isEmpty, let evaluation = shown else { return nil }
        let layers = evaluation.mapping.layers.count
        let layout = LayersLayout(in: rect, layers: layers, cursor: state.layers.cursor)
        let layer = layout.first + point.row - layout.body.top
        return layout.body.contains(point) && layer < layers ? layer : nil
    }

    /// How many layers have room on the screen.
    func shownLayers(in rect: Rect) -> Int {
        let layers = state.selectedPoint?.evaluation.mapping.layers.count ?? 0
        return LayersLayout(in: rect, layers: layers, cursor: state.layers.cursor).body.rows
    }

    /// How many layers are scrolled away.
    func scrolled(in rect: Rect) -> Int {
        let layers = state.selectedPoint?.evaluation.mapping.layers.count ?? 0
        return LayersLayout(in: rect, layers: layers, cursor: state.layers.cursor).first
    }

    /// Draws charts, and below them what a run found; where there is no room for both, what it found alone.
    private func drawBelow(of evaluation: Evaluation, with pen: inout Pen, in rect: Rect) {
        let layers = evaluation.mapping.layers.count
        guard
            let measured = state.selectedPoint.flatMap(MeasuredLayers.init), measured.lines.count < rect.rows,
            measured.lines.allSatisfy({ $0.displayColumns <= rect.columns })
        else { return drawCharts(of: evaluation, with: &pen, in: rect) }
        let (charts, below) = rect.splitTop(rect.rows >= layers + 2 + measured.lines.count + 1 ? layers + 2 : 0)
        if !charts.isEmpty { drawCharts(of: evaluation, with: &pen, in: charts) }
        pen.put(TextLine(measured.title, .heading), row: below.top, in: below)
        for (offset, line) in measured.lines.enumerated() {
            pen.put(TextLine(line, offset == 0 ? .quiet : .plain), row: below.top + 1 + offset, in: below)
        }
    }

    /// Bars of the layers' energy and memory, side by side.
    private func drawCharts(of evaluation: Evaluation, with pen: inout Pen, in rect: Rect) {
        let layers = evaluation.mapping.layers
        let charts: [(title: String, group: ComponentGroup, value: (LayerMapping) -> Double)] = [
            ("energy", .buffer, { evaluation.energy(of: $0).microjoules }),
            ("weight memory", .weightBlock, { evaluation.parameterSize(of: $0.layer).kibibytes }),
            ("feature-map memory", .adderTree, { evaluation.featureMapSize(of: $0.layer).kibibytes }),
        ]
        let name = layers.reduce(0) { max($0, $1.layer.name.displayColumns) } + 1
        for (chart, area) in zip(charts, rect.dividedIntoColumns(charts.count, gap: 3)) {
            pen.put(chart.title, .heading, at: area.origin, within: area)
            let most = layers.reduce(0) { max($0, chart.value($1)) }
            for (offset, layer) in layers.enumerated() where most > 0 {
                let line = Rect(column: area.left, row: area.top + 1 + offset, columns: area.columns, rows: 1).intersection(rect)
                pen.put(layer.layer.name, .quiet, at: line.origin, within: line)
                let bar = line.splitLeft(name).rest
                let length = Int((chart.value(layer) / most * Double(bar.columns)).rounded())
                pen.fill(bar.splitLeft(length).left, with: "▄", .group(chart.group), within: bar)
            }
        }
    }

    private func drawTitle(with pen: inout Pen, in rect: Rect) {
        guard let row = state.selectedPoint else { return }
        var title = Fitting()
        let objection = state.selectedPosition.flatMap(state.objection)
        let sign = state.selectedPosition.map(state.points.overBudget.contains) == true ? " \(ExplorerState.overBudgetMark)" : ""
        let names = [row.name, "\(row.evaluation.network.title) \(row.point.shortName)"].map { "▸ \($0)\(row.mark)\(sign)" }
        let isNarrow = pen.columns(of: TextLine(names[0])) + (objection.map { $0.count + 3 } ?? 0) > rect.columns
        title.add(names[isNarrow ? 1 : 0], .strong, rank: 0)
        if let objection { title.add(objection, .mistake, rank: 1) }
        let original = state.original(of: row)
        func mark(_ column: Column) -> String { column.isChanged(in: row, from: original) ? ExplorerState.changedMark : "" }
        title.add("\(row.evaluation.energy.microjoules.text(significant: 4))\(mark(.energy)) µJ", rank: 1)
        title.add("\(row.evaluation.latency.milliseconds.text(significant: 3))\(mark(.latency)) ms", rank: 3)
        title.add(
            "\((row.evaluation.utilisation * 100).text(decimals: 1))\(mark(.utilisation)) % of the MAC units in use", rank: 4)
        title.add(
            row.evaluation.weightsFitSynapseBuffer ? "all weights fit SB" : "weights are streamed through SB", .quiet, rank: 5)
        for caveat in row.evaluation.caveats {
            if caveat == .extrapolatedPrecision {
                title.add(PointLabel.extrapolatedTitle, .mistake, rank: 2)
            } else {
                title.add(caveat.rawValue, .mistake, rank: 6)
            }
        }
        if let line = pen.lines(title, width: rect.columns, atMost: 1).first { pen.put(line, row: rect.top, in: rect) }
    }

    private func drawTable(of evaluation: Evaluation, with pen: inout Pen, _ layout: LayersLayout) {
        let columns = columns(of: evaluation, in: layout.table)
        if let header = layout.header {
            for placed in columns { put(placed.column.heading, .heading, placed, with: &pen, row: header.top, in: header) }
        }
        let body = layout.body
        let original = state.selectedPoint.flatMap(state.original)?.evaluation
        for (offset, layer) in evaluation.mapping.layers.dropFirst(layout.first).prefix(body.rows).enumerated() {
            let place = layout.first + offset
            let before = original.flatMap { $0.mapping.layers.indices.contains(place) ? $0.mapping.layers[place] : nil }
            for placed in columns {
                let text = placed.column.text(of: layer, in: evaluation)
                put(text, .plain, placed, with: &pen, row: body.top + offset, in: body)
                guard let original, let before, placed.column.text(of: before, in: original) != text else { continue }
                mark(placed, with: &pen, row: body.top + offset, in: body)
            }
        }
        guard let foot = layout.foot else { return }
        for placed in columns {
            let text = placed.column.total(of: evaluation)
            put(text, .strong, placed, with: &pen, row: foot.top, in: foot)
            if let original, placed.column.total(of: original) != text { mark(placed, with: &pen, row: foot.top, in: foot) }
        }
    }

    /// Marks a figure that another accelerator has changed, in the gap behind it.
    private func mark(_ placed: Placed, with pen: inout Pen, row: Int, in rect: Rect) {
        let cell = Point(column: rect.left + placed.x + placed.width, row: row)
        pen.put(ExplorerState.changedMark, .measured, at: cell, within: rect)
    }

    private func put(
        _ text: String, _ role: Role, _ placed: Placed, with pen: inout Pen, row: Int, in rect: Rect
    ) {
        let width = pen.columns(of: text)
        let x = rect.left + placed.x + (placed.column.isNumeric ? max(0, placed.width - width) : 0)
        let cell = Rect(column: x, row: row, columns: min(width, placed.width), rows: 1).intersection(rect)
        pen.put(text, role, at: cell.origin, within: cell)
    }

    private static func width(_ column: LayerColumn, of evaluation: Evaluation) -> Int {
        let most = max(column.heading.largestColumns, column.total(of: evaluation).largestColumns)
        return evaluation.mapping.layers.reduce(most) { max($0, column.text(of: $1, in: evaluation).largestColumns) }
    }

    /// The columns that fit.
    private func columns(of evaluation: Evaluation, in rect: Rect) -> [Placed] {
        let gap = rect.columns < 60 ? 1 : 2
        var kept: [LayerColumn: Int] = [:]
        var used = 2
        for column in LayerColumn.allCases {
            let own = Self.width(column, of: evaluation)
            if used + own > rect.columns, column != .name { break }
            kept[column] = own
            used += own + gap
        }
        var x = 2
        return LayerColumn.arranged.compactMap { column in
            guard let own = kept[column] else { return nil }
            defer { x += own + gap }
            return Placed(column: column, x: x, width: column == .name ? min(own, rect.columns - 2) : own)
        }
    }
}
