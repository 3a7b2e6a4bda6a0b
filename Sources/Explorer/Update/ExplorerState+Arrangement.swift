import DesignSpace
import Terminal

extension ExplorerState {
    /// Sorts by the column so many places further on among the shown ones; the study's own order is one of the places.
    mutating func turnSortColumn(by places: Int) {
        let columns: [Column?] = [nil] + table.columns
        let place = columns.firstIndex(of: sorting.column) ?? 0
        sorting.column = columns[((place + places) % columns.count + columns.count) % columns.count]
        message = sorting.column.map { "sorted by \($0.heading)" } ?? "in the study's order"
        arrange()
        showSortColumn()
    }

    mutating func reverseSorting() {
        guard sorting.column != nil else {
            message = "choose a column to sort by first: s"
            return
        }
        sorting.isDescending.toggle()
        arrange()
    }

    mutating func setAxes(cost: CostAxis, quality: GainAxis) {
        frontier.cost = cost
        frontier.quality = quality
        fitView()
    }

    mutating func fitView() {
        frontier.viewport = nil
        frontier.zoomLevel = 0
        replot()
    }

    /// Enlarges around a place, or else the selected point, or the middle.
    mutating func zoom(isIn: Bool, around fixed: (x: Double, y: Double)? = nil) {
        let level = frontier.zoomLevel + (isIn ? 1 : -1)
        guard (-4...24).contains(level) else { return }
        frontier.zoomLevel = level
        let selected = selectedPosition.flatMap(plot.point(ofRow:))
        let place = fixed ?? (x: selected?.x ?? plot.xScale.value(at: 0.5), y: selected?.y ?? plot.yScale.value(at: 0.5))
        frontier.viewport = Viewport(x: plot.xScale, y: plot.yScale).zoomed(
            by: isIn ? Viewport.step : 1 / Viewport.step, x: place.x, y: place.y)
        replot()
    }

    /// Moves the enlarged part by a quarter of what it shows, as long as points lie there.
    mutating func pan(_ direction: Direction) {
        guard frontier.zoomLevel > 0 else {
            message = "all of the plot is shown: + enlarges it"
            return
        }
        let share = 0.25
        let (across, up) =
            switch direction {
            case .left: (-share, 0.0)
            case .right: (share, 0.0)
            case .up: (0.0, share)
            case .down: (0.0, -share)
            }
        let view = Viewport(x: plot.xScale.moved(by: across), y: plot.yScale.moved(by: up))
        guard plot.points.contains(where: { view.x.domain.contains($0.x) }),
            plot.points.contains(where: { view.y.domain.contains($0.y) })
        else {
            message = "no point lies further there"
            return
        }
        frontier.viewport = view
        replot()
    }

    /// Scrolls so that the selected point can be seen; the plot only where another was selected before, so that it can be looked at elsewhere.
    mutating func keepInView(since before: PointIdentity?) {
        if selection != before {
            keepInPlot()
            if screen == .runs, presentation == nil { goToSelectedRun() }
        }
        keepInTable()
        if screen == .bars { bars.firstBar = BarsView(self).firstBar(in: FrameLayout(self).body) }
        // Points that were compared before are scrolled as far as they can be already.
        if screen == .compare, compared == nil { scrollComparison(by: 0) }
        scrollPanel(by: 0)
    }

    private mutating func keepInPlot() {
        guard let viewport = frontier.viewport, let point = selectedPosition.flatMap(plot.point(ofRow:)) else { return }
        let panned = viewport.panned(toShow: (point.x, point.y))
        guard panned != viewport else { return }
        frontier.viewport = panned
        replot()
    }

    private mutating func keepInTable() {
        let rows = TableLayout.rows(in: FrameLayout(self).body)
        let last = max(0, points.order.count - rows)
        table.firstRow = min(max(0, table.firstRow), last)
        if table.firstColumn > 0 { table.firstColumn = min(table.firstColumn, TableLayout(self).lastFirstColumn) }
        guard let place = points.place(of: selectedPosition) else { return }
        if place < table.firstRow { table.firstRow = place }
        if place >= table.firstRow + rows { table.firstRow = place - rows + 1 }
    }

    private mutating func showSortColumn() {
        let layout = TableLayout(self)
        guard let place = (layout.frozen + layout.scrolled).firstIndex(where: { $0 == sorting.column }) else { return }
        if place < layout.frozen.count { return }
        while !layout.shows(place, from: table.firstColumn), table.firstColumn < place - layout.frozen.count {
            table.firstColumn += 1
        }
        table.firstColumn = min(table.firstColumn, place - layout.frozen.count, layout.lastFirstColumn)
    }
}
