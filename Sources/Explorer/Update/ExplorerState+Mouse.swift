import DesignSpace
import Terminal

extension ExplorerState {
    /// Does what a mouse was used for: a click selects, opens a screen by its name, or sorts by a heading; the wheel moves, or on the plot
    /// enlarges. In a tour both go to the next stop and back.
    mutating func use(_ mouse: MouseEvent) {
        guard prompt == nil else { return }
        if presentation != nil, panel == nil { return present(with: mouse) }
        switch mouse.kind {
        case .scrollUp: turnWheel(isUp: true, at: mouse.point)
        case .scrollDown: turnWheel(isUp: false, at: mouse.point)
        case .press(.left):
            dragStart = mouse.point
            selectionBeforeDrag = selection
            if panel == nil { click(at: mouse.point) }
        case .release(.left):
            if let start = dragStart, panel == nil { drag(from: start, to: mouse.point) }
            dragStart = nil
        case .press, .release: break
        }
    }

    /// Goes through a tour: with the left half of the screen back, with the right half on.
    private mutating func present(with mouse: MouseEvent) {
        switch mouse.kind {
        case .scrollUp: turnStop(by: -1)
        case .scrollDown: turnStop(by: 1)
        case .press(.left): turnStop(by: mouse.point.column < size.columns / 2 ? -1 : 1)
        case .press, .release: break
        }
    }

    private mutating func turnWheel(isUp: Bool, at point: Point) {
        if screen == .frontier, panel == nil { return zoom(isIn: isUp, around: place(at: point)) }
        move(isUp ? .up : .down)
    }

    private mutating func click(at point: Point) {
        let layout = FrameLayout(self)
        if let title = layout.title, title.contains(point) {
            if let chosen = Chrome(self).screen(at: point, in: title) { _ = update(.screenChosen(chosen)) }
            return
        }
        guard layout.body.contains(point) else { return }
        switch screen {
        case .frontier: clickPlot(at: point)
        case .table: clickTable(at: point, in: layout.body)
        case .bars:
            guard let (bar, pane) = BarsView(self).bar(at: point, in: layout.body) else { return }
            bars.pane = pane
            moveToBar(bar)
        case .compare: clickComparison(at: point, in: layout.body)
        case .layers:
            if let layer = LayersView(self).layer(at: point, in: layout.body) { moveToLayer(layer) }
        case .runs:
            guard let place = RunsView(self).experiment(at: point, in: layout.body), let cursor = queueCursor else { return }
            moveInQueue(by: place - cursor)
        }
    }

    /// Selects the row, or sorts by the column whose heading was clicked; a second click on it turns the order round.
    private mutating func clickTable(at point: Point, in body: Rect) {
        let layout = TableLayout(self)
        let (header, rows, _) = TableLayout.split(body)
        if rows.contains(point) { return select(row(atLine: point.row - rows.top)) }
        guard header.contains(point) else { return }
        let x = point.column - body.left
        let placed = layout.columns(from: table.firstColumn).first { ($0.x..<$0.x + $0.width).contains(x) }
        guard let column = placed?.column else { return }
        if sorting.column == column { return reverseSorting() }
        sorting = Sorting(column: column)
        message = "sorted by \(column.heading)"
        arrange()
    }

    /// Selects the point whose column was clicked; without two marks another one would be another comparison.
    private mutating func clickComparison(at point: Point, in body: Rect) {
        guard marks.compactMap(points.position(of:)).count >= 2 else {
            message = "mark two to four points to go from one to another: m on any screen"
            return
        }
        if let position = CompareView(self).position(at: point, in: body) { select(position) }
    }

    /// The position of the row that stands on a line of the table.
    private func row(atLine line: Int) -> Int? {
        let place = table.firstRow + line
        return line >= 0 && points.order.indices.contains(place) ? points.order[place] : selectedPosition
    }

    private var plotLayout: PlotLayout { PlotLayout(plot, in: FrontierView.plotRect(in: FrameLayout(self).body)) }

    /// The place in the plot below a cell, of one beside the plot the nearest; nil where there is no plot.
    private func place(at cell: Point) -> (x: Double, y: Double)? {
        let data = plotLayout.data
        guard data.columns > 1, data.rows > 1 else { return nil }
        let across = Double(min(max(0, cell.column - data.left), data.columns - 1)) / Double(data.columns - 1)
        let down = Double(min(max(0, cell.row - data.top), data.rows - 1)) / Double(data.rows - 1)
        return (plot.xScale.value(at: across), plot.yScale.value(at: 1 - down))
    }

    /// Selects the point nearest to a cell, a row of cells being twice as high as a column is wide.
    private mutating func clickPlot(at cell: Point) {
        let layout = plotLayout
        guard layout.data.contains(cell) else { return }
        let nearest = plot.points.filter(\.isShown).compactMap { point -> (distance: Int, position: Int)? in
            guard let column = layout.column(of: point.x), let row = layout.row(of: point.y) else { return nil }
            let (across, down) = (column - cell.column, 2 * (row - cell.row))
            return (across * across + down * down, point.position)
        }.min { $0.distance < $1.distance }
        if let nearest { select(nearest.position) }
    }

    /// Moves the enlarged part of the plot with the hand.
    private mutating func drag(from start: Point, to end: Point) {
        guard screen == .frontier, start != end, frontier.zoomLevel > 0 else { return }
        let data = plotLayout.data
        guard data.contains(start), data.columns > 0, data.rows > 0 else { return }
        // The press has selected what was near; whoever drags meant the plot.
        if let position = points.position(of: selectionBeforeDrag) { select(position) }
        let across = Double(start.column - end.column) / Double(data.columns)
        let up = Double(end.row - start.row) / Double(data.rows)
        frontier.viewport = Viewport(x: plot.xScale.moved(by: across), y: plot.yScale.moved(by: up))
        replot()
    }
}

extension Scale {
    /// The scale moved by a share of its extent.
    func moved(by share: Double) -> Scale { Scale(kind, from: value(at: share), to: value(at: 1 + share)) }
}
