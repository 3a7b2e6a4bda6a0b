import DesignSpace
import Terminal

extension FrontierPlot {
    /// What stands out in a drawn plot.
    struct Emphasis: Hashable, Sendable {
        /// The row of the selected point.
        var selected: Int?
        /// The rows of marked points.
        var marked: Set<Int> = []
        /// The accuracy of the selected point's baseline and the cost of the point, drawn across the plot.
        var showsIsolines = false
        /// The height at which its baseline stands; nil if that has no accuracy from the point's source.
        var baseline: Double?
    }

    /// Draws the plot, as `bitfront frontier` prints it: title and legend, axes, the frontier, and every point with its name.
    public func draw(into surface: inout Surface, in rect: Rect, capabilities: Capabilities) {
        var pen = Pen(surface, capabilities)
        drawScene(with: &pen, in: rect, emphasis: Emphasis())
        drawPoints(with: &pen, in: rect, emphasis: Emphasis())
        pen.finish()
        surface = pen.surface
    }

    /// Draws all but the points that have letters; without isolines it is the same whichever point is selected.
    ///
    /// - Parameter known: where the points stand, if that is known for the rectangle.
    func drawScene(with pen: inout Pen, in rect: Rect, emphasis: Emphasis, placed known: PlacedPoints? = nil) {
        // Axes of nothing would be invented ones.
        if points.isEmpty {
            pen.put(lacksCosts ? lackOfCosts : "no point has an accuracy", .quiet, at: rect.origin, within: rect)
            return
        }
        let placed = placed(known, on: pen, in: rect)
        let layout = placed.layout
        drawHeader(with: &pen, layout, isCrowded: placed.isCrowded, hasDots: !placed.hidden.isEmpty)
        drawAxes(with: &pen, layout, in: rect, isBare: placed.isCrowded)
        guard !layout.data.isEmpty else { return }
        if emphasis.showsIsolines { drawIsolines(with: &pen, layout, emphasis) }
        if let line = placed.rivalLine { draw(line, as: placed.isCrowded ? .light : .dashed, .plain, with: &pen, layout) }
        if let line = placed.line { draw(line, as: .double, .frontier, with: &pen, layout) }
        for cell in placed.ghosts { pen.put("○", .quiet, at: cell, within: layout.data) }
        for cell in placed.hidden { pen.put("·", .quiet, at: cell, within: layout.data) }
        if emphasis.showsIsolines, let selected = emphasis.selected.flatMap(point(ofRow:)) {
            drawInterval(of: selected, with: &pen, layout)
        }
        draw(placed.crowd, with: &pen, layout)
    }

    /// Draws the points that have letters, and their labels, over the scene.
    ///
    /// - Parameter known: where the points stand, if that is known for the rectangle.
    /// - Returns: the cell of the selected point; nil if it has none on the screen.
    @discardableResult
    func drawPoints(with pen: inout Pen, in rect: Rect, emphasis: Emphasis, placed known: PlacedPoints? = nil) -> Point? {
        guard !points.isEmpty else { return nil }
        let placed = placed(known, on: pen, in: rect)
        guard !placed.layout.data.isEmpty else { return nil }
        let placement = placement(of: placed, emphasis, mark: pen.capabilities.glyphs.adapted("◆"))
        return draw(placement, with: &pen, placed, emphasis)
    }

    /// What there is to say where no point has a place for its cost.
    var lackOfCosts: String { "no point takes more \(cost.title) than nothing, and a logarithmic axis has no place for that" }

    private func placed(_ known: PlacedPoints?, on pen: Pen, in rect: Rect) -> PlacedPoints {
        let visible = rect.intersection(pen.surface.bounds)
        if let known, known.layout.rect == visible { return known }
        return self.placed(in: visible)
    }

    /// Whether one of the points that are shown has its accuracy from a source: what a filter hides needs no explanation.
    private func shows(_ source: Accuracy.Source) -> Bool {
        sources.contains(source) && points.contains { $0.isShown && $0.source == source }
    }

    /// Of each network whether one of its points is shown: what the letters of others are nobody asks.
    private var shownSeries: [Bool] {
        var isShown = [Bool](repeating: false, count: series.entries.count)
        for point in points where point.isShown { isShown[point.series] = true }
        return isShown
    }

    /// Whether training of one of the points that are shown did not converge.
    private var showsUnconverged: Bool {
        hasUnconverged && points.contains { $0.isShown && !$0.isConverged }
    }

    private func drawHeader(with pen: inout Pen, _ layout: PlotLayout, isCrowded: Bool, hasDots: Bool) {
        guard let header = layout.header else { return }
        let title = layout.titleRow == nil ? "\(yTitle) over \(xTitle)" : yTitle
        let end = pen.put(title, .quiet, at: header.origin.moved(columns: 1), within: header)
        var legend = Fitting()
        let drawn = hasDots ? shownSeries : nil
        for (index, entry) in series.entries.enumerated() where drawn?[index] ?? true {
            let role = Role.point(series: index, source: .published, isBaseline: false)
            legend.add(
                TextLine([Phrase(String(entry.letter), role), Phrase(" \(entry.title)")]), rank: index < 4 ? index : 20 + index)
        }
        legend.add(
            TextLine([
                Phrase("═", .frontier),
                Phrase(contending == nil ? " frontier" : header.columns < 100 ? " filtered" : " frontier (filtered)"),
            ]), rank: 4)
        if !isCrowded { legend.add(TextLine([Phrase("( )", .quiet), Phrase(" not on it")]), rank: 8) }
        if rivalry != nil { legend.add(TextLine("─ the paper's"), rank: 6) }
        if shows(.measured) { legend.add("* measured", .measured, rank: 5) }
        if shows(.imported) { legend.add("^ imported", .measured, rank: 5) }
        if shows(.predicted) { legend.add("~ predicted", .measured, rank: 5) }
        if hasExtrapolated { legend.add(PointLabel.extrapolatedTitle, .mistake, rank: 9) }
        if !ghosts.isEmpty { legend.add("○ \(ghostTitle)", .quiet, rank: 5) }
        // Drawn at the end of the axis, where it is not: behind the frontiers and what most labels carry, that comes next.
        if showsUnconverged { legend.add("! \(unconvergedTitle)", .mistake, rank: header.columns < 100 ? 40 : 7) }
        // A line of the paper's, which a tour may tell of, comes before what dots most often are.
        if hasDots { legend.add("· left out", .quiet, rank: rivalry == nil ? 5 : 7) }
        let room = header.right - 1 - end - 3
        let wide = pen.lines(legend, width: room, atMost: legend.pieces.count, separator: "   ")
        let separator = wide.count > 1 ? "  " : "   "
        guard let line = pen.lines(legend, width: room, atMost: 1, separator: separator).first, pen.columns(of: line) <= room
        else { return }
        pen.putTrailing(line, row: header.top, in: header.splitRight(1).rest)
    }

    /// Draws the axes; in a crowd, where every cell counts, nothing but their labels and titles.
    private func drawAxes(with pen: inout Pen, _ layout: PlotLayout, in rect: Rect, isBare: Bool) {
        if !isBare { drawAxisLines(with: &pen, layout, in: rect) }
        for tick in layout.yTicks {
            guard let row = layout.row(of: tick.value), layout.data.rowRange.contains(row) else { continue }
            if !isBare { pen.put("┤", .quiet, at: Point(column: layout.axisColumn, row: row), within: rect) }
            let column = layout.axisColumn - 1 - tick.label.count
            pen.put(tick.label, at: Point(column: column, row: row), within: rect)
        }
        guard let axisRow = layout.axisRow else { return }
        var free = rect.left
        for tick in layout.xTicks {
            guard let column = layout.column(of: tick.value), layout.data.columnRange.contains(column) else { continue }
            if !isBare { pen.put("┬", .quiet, at: Point(column: column, row: axisRow), within: rect) }
            let start = min(column - tick.label.count / 2, rect.right - tick.label.count)
            guard start >= free else { continue }
            free = pen.put(tick.label, at: Point(column: start, row: axisRow + 1), within: rect) + 1
        }
        if let titleRow = layout.titleRow { pen.putTrailing(TextLine(xTitle, .quiet), row: titleRow, in: rect.splitRight(1).rest) }
    }

    private func drawAxisLines(with pen: inout Pen, _ layout: PlotLayout, in rect: Rect) {
        for row in layout.data.rowRange { pen.put("│", .quiet, at: Point(column: layout.axisColumn, row: row), within: rect) }
        guard let axisRow = layout.axisRow else { return }
        pen.put("└", .quiet, at: Point(column: layout.axisColumn, row: axisRow), within: rect)
        for column in layout.data.columnRange { pen.put("─", .quiet, at: Point(column: column, row: axisRow), within: rect) }
    }

    private func draw(
        _ line: PlottedLine, as stroke: StepLine.Stroke, _ role: Role, with pen: inout Pen, _ layout: PlotLayout
    ) {
        let isASCII = pen.capabilities.glyphs == .ascii
        for (cell, sides) in line.steps.cells {
            let isGap = (stroke == .dashed || cell.column > line.lastColumn) && sides.isSubset(of: [.left, .right])
            let character = isASCII ? sides.asciiCharacter(stroke) : sides.boxCharacter(stroke)
            pen.put(isGap && !cell.column.isMultiple(of: 2) ? " " : String(character), role, at: cell, within: layout.data)
        }
    }

    private func drawIsolines(with pen: inout Pen, _ layout: PlotLayout, _ emphasis: Emphasis) {
        if let row = emphasis.baseline.flatMap(layout.row) {
            for column in layout.data.columnRange {
                pen.put("┄", .quiet, at: Point(column: column, row: row), within: layout.data)
            }
        }
        if let selected = emphasis.selected.flatMap(point(ofRow:)), let column = layout.column(of: selected.x) {
            for row in layout.data.rowRange {
                pen.put("┊", .quiet, at: Point(column: column, row: row), within: layout.data)
            }
        }
    }
}

extension FrontierPlot {
    /// Draws how sure the accuracy of a point is, where the plot is empty.
    private func drawInterval(of point: PlottedPoint, with pen: inout Pen, _ layout: PlotLayout) {
        guard
            let interval = point.interval, let column = layout.column(of: point.x),
            let first = layout.row(of: interval.upperBound), let last = layout.row(of: interval.lowerBound)
        else { return }
        for row in max(first, layout.data.top)..<max(max(first, layout.data.top), min(last + 1, layout.data.bottom)) {
            let cell = Point(column: column, row: row)
            if pen.surface.isSpace(cell) { pen.put("┊", .quiet, at: cell, within: layout.data) }
        }
    }

    /// Draws the points of a crowd as dots behind everything else.
    private func draw(_ crowd: [PointPlacement.Dots], with pen: inout Pen, _ layout: PlotLayout) {
        let glyphs = pen.capabilities.glyphs
        let style = pen.theme.style(.cloud)
        var end: Point?
        for dots in crowd where pen.surface.isSpace(dots.cell) {
            // Short gaps get the same style, so that a terminal is not told to change it for a few spaces.
            if let end, end.row == dots.cell.row, dots.cell.column - end.column < 7 {
                let gap = Rect(column: end.column, row: end.row, columns: dots.cell.column - end.column, rows: 1)
                if isBlank(end, columns: gap.columns, on: pen.surface) { pen.surface.fill(gap, style: style) }
            }
            pen.surface.put(dots.glyph(in: glyphs), at: dots.cell, style: style, within: layout.data)
            end = dots.cell.moved(columns: 1)
        }
    }

    private func isBlank(_ start: Point, columns: Int, on surface: Surface) -> Bool {
        columns >= 0 && (0..<columns).allSatisfy { surface.isSpace(start.moved(columns: $0)) }
    }

    /// Where the points go: the selected one first, then the marked, then the frontier.
    private func placement(of placed: PlacedPoints, _ emphasis: Emphasis, mark: String) -> PointPlacement {
        var important = frontier.map { (index: $0, priority: 2) }
        for row in emphasis.marked { if let index = index(ofRow: row) { important.append((index, 1)) } }
        if let selected = emphasis.selected.flatMap(index(ofRow:)) { important.append((selected, 0)) }
        return PointPlacement(points, as: placed, important: important) { point in
            emphasis.marked.contains(point.position) ? mark : ""
        }
    }

    /// What parentheses may take the place of: nothing, strokes of a line, and ghosts.
    private static let givesWay = Set(" ═─=-║│|:╔╗╚╝┌┐└┘.'○o·".unicodeScalars)

    /// Sets a point that is not on a line which runs through its place in parentheses, so that nobody counts it among the line's points.
    private func part(_ group: PointPlacement.Group, _ style: Style, from placed: PlacedPoints, with pen: inout Pen) {
        let (cell, data) = (group.cell, placed.layout.data)
        var (first, last) = (cell.column, cell.column)
        if let label = group.label {
            first = min(first, label.column)
            last = max(last, label.column + pen.columns(of: label.text) - 1)
        }
        guard (first...last).contains(where: { placed.isOnLine(Point(column: $0, row: cell.row)) }) else { return }
        let ends = [Point(column: first - 1, row: cell.row), Point(column: last + 1, row: cell.row)].map { end in
            (cell: end, isFree: data.contains(end) && Self.givesWay.contains(pen.surface[end].glyph.scalar))
        }
        let hasRoom = ends.allSatisfy(\.isFree)
        for (end, sign) in zip(ends, ["(", ")"]) where end.isFree && (hasRoom || placed.isOnLine(end.cell)) {
            pen.put(hasRoom ? sign : " ", style: style, at: end.cell, within: data)
        }
    }

    /// Draws the points, those of one cell as one.
    ///
    /// - Returns: the cell of the selected point.
    private func draw(_ placement: PointPlacement, with pen: inout Pen, _ placed: PlacedPoints, _ emphasis: Emphasis) -> Point? {
        let layout = placed.layout
        for group in placement.groups where isDrawn(group, in: placement, emphasis) {
            let isSelected = group.top.position == emphasis.selected
            let style = style(of: group.top, isSelected: isSelected, pen)
            pen.put(
                String(placement.letter(of: group) ?? series.entries[group.top.series].letter), style: style, at: group.cell,
                within: layout.data,
                isSelected: isSelected)
            if let label = group.label, !(isSelected && placement.isCrowded) {
                let start = Point(column: label.column, row: group.cell.row)
                pen.put(label.text, style: style, at: start, within: layout.data, isSelected: isSelected)
            }
        }
        let onTheirLine = Set(rivalry?.published.map { points[$0].position } ?? [])
        for group in placement.groups
        where isDrawn(group, in: placement, emphasis) && !group.top.isOnFrontier && !onTheirLine.contains(group.top.position) {
            part(group, style(of: group.top, isSelected: false, pen), from: placed, with: &pen)
        }
        guard let top = placement.groups.first, top.top.position == emphasis.selected else { return nil }
        return top.cell
    }

    /// In a crowd the frontier stands out, and the rest is a cloud behind it.
    private func isDrawn(_ group: PointPlacement.Group, in placement: PointPlacement, _ emphasis: Emphasis) -> Bool {
        !placement.isCrowded || group.top.position == emphasis.selected || group.top.isOnFrontier || group.label != nil
    }

    /// The selected point stands out by having no colour: of all places it alone is in reverse.
    private func style(of point: PlottedPoint, isSelected: Bool, _ pen: Pen) -> Style {
        let role = Role.point(series: point.series, source: point.source, isBaseline: point.isBaseline)
        var style = pen.theme.style(point.fits ? role : .quiet)
        if isSelected { style.foreground = .default }
        return style
    }
}
