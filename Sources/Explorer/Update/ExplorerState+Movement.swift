import DesignSpace
import HardwareModel
import Networks
import Precision
import Terminal

extension ExplorerState {
    mutating func move(_ direction: Direction) {
        if panel != nil { return scrollPanel(by: direction == .down ? 1 : direction == .up ? -1 : 0) }
        switch (screen, direction) {
        case (.frontier, _): moveOnPlot(direction)
        case (.table, .up): moveInTable(by: -1)
        case (.table, .down): moveInTable(by: 1)
        // A stop of a tour has chosen its columns; on a follower's smaller screen they would be scrolled away.
        case (.table, .left) where isPresenting, (.table, .right) where isPresenting: break
        case (.table, .left): table.firstColumn = max(0, table.firstColumn - 1)
        case (.table, .right): table.firstColumn = min(table.firstColumn + 1, TableLayout(self).lastFirstColumn)
        case (.bars, .up): moveToBar(bars.cursor - 1)
        case (.bars, .down): moveToBar(bars.cursor + 1)
        case (.bars, .left): bars.pane = .power
        case (.bars, .right): bars.pane = .area
        case (.compare, .up): scrollComparison(by: -1)
        case (.compare, .down): scrollComparison(by: 1)
        case (.compare, .left): selectCompared(by: -1)
        case (.compare, .right): selectCompared(by: 1)
        case (.layers, .up): moveToLayer(layers.cursor - 1)
        case (.layers, .down): moveToLayer(layers.cursor + 1)
        case (.runs, .up): moveInQueue(by: -1)
        case (.runs, .down): moveInQueue(by: 1)
        case (.runs, _): break
        case (.layers, .left): moveInTable(by: -1)
        case (.layers, .right): moveInTable(by: 1)
        }
    }

    mutating func page(by pages: Int) {
        // One row stays, so that the eye finds where it was.
        let rows = max(1, shownRows(in: FrameLayout(self)) - 1)
        if panel != nil { return scrollPanel(by: pages * rows) }
        switch screen {
        case .frontier: break
        case .table: moveInTable(by: pages * rows)
        case .bars: moveToBar(bars.cursor + pages * rows)
        case .compare: scrollComparison(by: pages * rows)
        case .layers: moveToLayer(layers.cursor + pages * rows)
        case .runs: moveInQueue(by: pages * rows)
        }
    }

    /// How many rows, or bars, or lines, of what is paged through stand on the screen.
    private func shownRows(in layout: FrameLayout) -> Int {
        if panel != nil { return layout.panelRows }
        return switch screen {
        case .frontier: 0
        case .table: TableLayout.rows(in: layout.body)
        case .bars: BarsView(self).shownBars(in: layout.body)
        case .compare: CompareView(self).shownLines(in: layout.body)
        case .layers: LayersView(self).shownLayers(in: layout.body)
        case .runs: RunsView(self).shownExperiments(in: layout.body)
        }
    }

    mutating func moveToEnd(isLast: Bool) {
        if panel != nil { return scrollPanel(by: isLast ? .max / 2 : .min / 2) }
        switch screen {
        case .frontier:
            let shown = plot.points.filter(\.isShown)
            select((isLast ? shown.max { $0.x < $1.x } : shown.min { $0.x < $1.x })?.position ?? selectedPosition)
        case .table: select((isLast ? points.order.last : points.order.first) ?? selectedPosition)
        case .bars: moveToBar(isLast ? designs.count - 1 : 0)
        case .compare: scrollComparison(by: isLast ? 10_000 : -10_000)
        case .layers: moveToLayer(isLast ? .max : 0)
        case .runs: moveInQueue(by: isLast ? queue.experiments.count : -queue.experiments.count)
        }
    }

    mutating func walkFrontier(towardsMoreCost: Bool) {
        guard let next = plot.nextOnFrontier(from: selectedPosition, towardsMoreCost: towardsMoreCost) else {
            message = plot.frontier.isEmpty ? "there is no frontier here" : "the frontier ends here"
            return
        }
        select(next)
    }

    mutating func toggleMark() {
        if let barWithoutPoint {
            message = barWithoutPoint
            return
        }
        guard focusOnRun(), let selection else {
            if let noPoint { message = noPoint }
            if screen == .runs, let one = queuedExperiment {
                message = "\(one.name) on \(one.spec.dataset) is no point of what is shown"
            }
            return
        }
        if let place = marks.firstIndex(of: selection) {
            marks.remove(at: place)
        } else {
            marks.append(selection)
            sayWhatIsCompared()
        }
    }

    /// The positions of the marked points of the data set, in the order of their marks.
    var markedPositions: [Int] { marks.compactMap(points.position(of:)) }

    /// Says that there are more marks than are compared, if there are.
    mutating func sayWhatIsCompared() {
        let count = markedPositions.count
        guard count > ComparedPoints.most else { return }
        message = "the first \(ComparedPoints.most) of \(count) marked are compared: m unmarks"
    }

    private mutating func moveOnPlot(_ direction: Direction) {
        guard let position = selectedPosition else { return select(points.order.first) }
        let body = FrameLayout(self).body
        let aspect = Double(max(1, body.columns)) / Double(max(1, body.rows)) / 2
        if let next = plot.nearest(to: position, direction, aspect: aspect) { select(next) }
    }

    private mutating func moveInTable(by rows: Int) {
        guard !points.order.isEmpty else { return }
        var place = points.place(of: selectedPosition) ?? 0
        if let selectedPosition, points.place(of: selectedPosition) == nil {
            // The filter hides it: the rows on either side of it are the next ones.
            place = points.countBefore(selectedPosition) - (rows > 0 ? 1 : 0)
        }
        select(points.order[min(max(0, place + rows), points.order.count - 1)])
    }

    /// Moves to a bar, and to the point of the same network that has its precision, if there is one.
    mutating func moveToBar(_ bar: Int) {
        guard !designs.isEmpty else { return }
        bars.cursor = min(max(0, bar), designs.count - 1)
        if let found = points.first(at: designs[bars.cursor].precision, like: selectedPoint) { select(found) }
    }

    /// Scrolls the comparison, to its ends and no further.
    mutating func scrollComparison(by lines: Int) {
        if compared == nil { compared = ComparedPoints(self) }
        let last = CompareView(self).lastFirstRow(in: FrameLayout(self).body)
        compare.firstRow = min(max(0, compare.firstRow + lines), last)
    }

    /// Goes from one of the compared points to another; without marks the point that is compared with the baseline changes.
    private mutating func selectCompared(by places: Int) {
        let positions = Array(markedPositions.prefix(ComparedPoints.most))
        guard positions.count >= 2 else { return moveInTable(by: places) }
        guard let place = positions.firstIndex(where: { $0 == selectedPosition }) else { return select(positions[0]) }
        select(positions[min(max(0, place + places), positions.count - 1)])
    }

    /// Moves the selected one of the compared points among them, which marks those that were compared without.
    mutating func moveCompared(by places: Int) {
        let positions = ComparedPoints(self).positions
        guard positions.count >= 2, let place = positions.firstIndex(where: { $0 == selectedPosition }) else {
            message = positions.count < 2 ? "mark points to compare first: m" : "choose one of the compared points first: h l"
            return
        }
        guard positions.indices.contains(place + places) else {
            message = places < 0 ? "it is the first already" : "it is the last already"
            return
        }
        var order = positions.map { points.identities[$0] }
        order.insert(order.remove(at: place), at: place + places)
        marks = order + marks.filter { !order.contains($0) }
        let first = points.rows[points.position(of: order[0]) ?? positions[0]]
        message = "compared with \(first.evaluation.network.title) \(first.point.shortName)"
    }

    mutating func moveToLayer(_ layer: Int) {
        let count = selectedPoint?.evaluation.mapping.layers.count ?? 0
        layers.cursor = min(max(0, layer), max(0, count - 1))
    }

    /// Scrolls what is open by so many lines, to its ends and no further.
    mutating func scrollPanel(by lines: Int) {
        guard let panel else { return }
        let rows = max(1, FrameLayout(self).panelRows)
        let text = panelText ?? PanelText(panel.kind, of: self)
        panelText = text
        let last = max(0, text.lines.count - rows)
        let (sum, overflow) = panel.firstLine.addingReportingOverflow(lines)
        self.panel?.firstLine = overflow ? 0 : min(max(0, sum), last)
    }
}
