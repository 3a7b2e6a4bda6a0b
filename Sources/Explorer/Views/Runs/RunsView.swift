import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import Terminal

/// The Runs screen: the queue of experiments, and the curves of the one under the cursor.
struct RunsView {
    let state: ExplorerState

    init(_ state: ExplorerState) { self.state = state }

    /// A column and where it stands.
    private struct Placed {
        let column: RunColumn
        let x: Int
        let width: Int
    }

    private var experiments: [QueuedExperiment] { state.queue.experiments }

    /// Draws the screen.
    ///
    /// - Returns: the first cell of the experiment under the cursor.
    func draw(with pen: inout Pen, in rect: Rect) -> Point? {
        guard !rect.isEmpty else { return nil }
        let (header, body) = Self.split(rect)
        if !header.isEmpty, let line = pen.lines(summary, width: header.columns, atMost: 1).first {
            pen.put(line, row: header.top, in: header)
        }
        guard let cursor = state.queueCursor else {
            return drawInvitation(with: &pen, in: body)
        }
        let (table, details) = parts(of: body)
        if !details.isEmpty { drawDetails(of: experiments[cursor], with: &pen, in: details) }
        return drawTable(cursor: cursor, with: &pen, in: table)
    }

    private static func split(_ rect: Rect) -> (header: Rect, body: Rect) {
        let inner = rect.inset(columns: rect.columns > 40 ? 1 : 0)
        let (header, body) = inner.splitTop(inner.rows >= 3 ? 1 : 0)
        return (header, body)
    }

    /// Where the table stands, and what there is to say of one experiment; no room for that is an empty rectangle.
    private func parts(of body: Rect) -> (table: Rect, details: Rect) {
        let hasDetails = body.rows >= 16 && body.columns >= 44
        let (table, rest) = body.splitTop(hasDetails ? min(max(4, body.rows / 2), experiments.count + 2) : body.rows)
        return (table, rest)
    }

    /// The headings, the lines of the experiments, and the first of these on the screen.
    private func window(in table: Rect, cursor: Int) -> (header: Rect, body: Rect, first: Int) {
        let (header, body) = table.splitTop(table.rows >= 3 ? 1 : 0)
        return (header, body, max(0, min(cursor - body.rows / 2, experiments.count - body.rows)))
    }

    /// How many experiments have room on the screen.
    func shownExperiments(in rect: Rect) -> Int { window(in: parts(of: Self.split(rect).body).table, cursor: 0).body.rows }

    /// The position of the experiment that stands at a cell; nil where there is none.
    func experiment(at point: Point, in rect: Rect) -> Int? {
        guard !rect.isEmpty, let cursor = state.queueCursor else { return nil }
        let (_, body, first) = window(in: parts(of: Self.split(rect).body).table, cursor: cursor)
        let place = first + point.row - body.top
        return body.contains(point) && experiments.indices.contains(place) ? place : nil
    }

    /// What would be trained if one asked for it.
    private func drawInvitation(with pen: inout Pen, in rect: Rect) -> Point? {
        guard let row = state.selectedPoint else {
            pen.put("no point is selected", .quiet, at: rect.origin, within: rect)
            return nil
        }
        var fitting = Fitting()
        fitting.add(
            "▸ \(row.evaluation.network.title) \(row.point.precision.name)\(row.point.radix == .layer ? "@layer" : "")", .strong,
            rank: 0)
        if row.state == .measured, let origin = row.accuracy?.origin { fitting.add("measured: \(origin)", .quiet, rank: 2) }
        if state.storeTrouble == nil {
            fitting.add("r trains it\(row.state == .measured ? " anew" : ""), from any screen", .quiet, rank: 1)
        }
        for (offset, line) in pen.lines(fitting, width: rect.columns, atMost: min(2, rect.rows)).enumerated() {
            pen.put(line, row: rect.top + offset, in: rect)
        }
        return rect.origin
    }

    private static let paused = "the queue is paused: Z ends that"

    private var summary: Fitting {
        var fitting = Fitting()
        if let trouble = state.storeTrouble { fitting.add(trouble, .mistake, rank: 0) }
        guard !experiments.isEmpty else {
            if state.storeTrouble != nil { return fitting }
            fitting.add("nothing was asked for yet", rank: 0)
            if state.queue.isPaused { fitting.add(Self.paused, .mistake, rank: 1) }
            return fitting
        }
        let states: [QueuedExperiment.State] = [.running, .waiting, .paused, .failed, .cancelled, .done]
        for (rank, one) in states.enumerated() where state.queue.count(one) > 0 {
            fitting.add("\(state.queue.count(one)) \(one.rawValue)", one == .failed ? .mistake : .strong, rank: rank + 1)
        }
        if state.queue.isPaused { fitting.add(Self.paused, .mistake, rank: 0) }
        let waits = state.queue.count(.waiting) > 0 && !state.queue.isPaused && state.storeTrouble == nil
        if let runner = state.queue.runner {
            fitting.add("worked by process \(runner)", .quiet, rank: 8)
        } else if waits, state.queue.isRunnerStarting {
            fitting.add("a runner is starting", .quiet, rank: 0)
        } else if waits {
            fitting.add("nobody works it: R starts that", .mistake, rank: 0)
        }
        if state.storeTrouble == nil, let left = state.queue.secondsLeft, left > 0 {
            fitting.add("about \(RunColumn.time(left)) left", rank: 7)
        }
        if state.queue.unreadable > 0 { fitting.add("\(state.queue.unreadable) cannot be read", .mistake, rank: 9) }
        return fitting
    }

    private func drawTable(cursor: Int, with pen: inout Pen, in rect: Rect) -> Point? {
        let (header, body, first) = window(in: rect, cursor: cursor)
        let columns = columns(in: rect)
        for placed in columns where !header.isEmpty { put(placed.column.heading, .heading, placed, with: &pen, in: header) }
        var found: Point?
        for (offset, index) in experiments.indices.dropFirst(first).prefix(body.rows).enumerated() {
            let line = body.splitTop(offset).rest.splitTop(1).top
            let one = experiments[index]
            for placed in columns { put(placed.column.text(of: one), role(of: one), placed, with: &pen, in: line) }
            guard index == cursor else { continue }
            found = line.origin
            pen.put("▸", .plain, at: line.origin, within: line)
            pen.surface.restyle(line.splitLeft(2 + (columns.first?.width ?? 0)).left) { _ in .reverse }
        }
        return found
    }

    private func role(of one: QueuedExperiment) -> Role {
        switch one.state {
        case .running: .strong
        case .failed: .mistake
        case .waiting, .paused: .plain
        case .done, .cancelled: .quiet
        }
    }

    private func put(_ text: String, _ role: Role, _ placed: Placed, with pen: inout Pen, in line: Rect) {
        let width = pen.columns(of: text)
        let x = line.left + placed.x + (placed.column.isNumeric ? max(0, placed.width - width) : 0)
        let cell = Rect(column: x, row: line.top, columns: min(width, placed.width), rows: 1).intersection(line)
        pen.put(text, role, at: cell.origin, within: cell)
    }

    /// The columns that fit; figures that change while one watches have room to grow, so that nothing moves aside for them.
    private func columns(in rect: Rect) -> [Placed] {
        func width(_ column: RunColumn) -> Int {
            let least = [.loss: 6, .left: 6, .rate: 8, .done: 5, .accuracy: 6, .state: 10][column] ?? 0
            return experiments.reduce(max(least, column.heading.largestColumns)) { max($0, column.text(of: $1).largestColumns) }
        }
        let gap = rect.columns < 60 ? 1 : 2
        var kept: [RunColumn: Int] = [:]
        var used = 2
        for column in RunColumn.allCases {
            let own = column == .point ? min(width(column), max(8, rect.columns - 2)) : width(column)
            if used + own > rect.columns, column != .point { break }
            kept[column] = own
            used += own + gap
        }
        var x = 2
        return RunColumn.arranged.compactMap { column in
            guard let own = kept[column] else { return nil }
            defer { x += own + gap }
            return Placed(column: column, x: x, width: own)
        }
    }

    /// What there is to say of the experiment under the cursor, and its curves.
    private func drawDetails(of one: QueuedExperiment, with pen: inout Pen, in rect: Rect) {
        let (top, charts) = rect.splitTop(3)
        let line = top.splitTop(1).rest
        var title = Fitting()
        title.add("▸ \(one.name) on \(one.spec.dataset)", .strong, rank: 0)
        title.add("recipe \(one.recipeName)", rank: 2)
        if let progress = one.progress, one.state == .running {
            title.add("in epoch \(progress.epoch): batch \(progress.batch)/\(progress.batches)", rank: 1)
        }
        if one.attempts > 1 { title.add("attempt \(one.attempts)", rank: 4) }
        if let parent = one.parentKey.flatMap({ state.queue[$0] }), parent.state != .done {
            title.add("waits for \(parent.name)", rank: 3)
        }
        if let reason = one.reason { title.add(reason, one.state == .failed ? .mistake : .quiet, rank: 5) }
        for (row, text) in pen.lines(title, width: line.columns, atMost: 1).enumerated() {
            pen.put(text, row: line.top + row, in: line)
        }
        drawBar(of: one, with: &pen, in: line.splitTop(1).rest)
        let loss = RunChart(
            title: "loss", value: RunColumn.loss.text(of: one), role: .group(.buffer),
            samples: one.lossSamples.map { ($0.epochs, $0.loss) }, epochs: one.epochs)
        let accuracy = RunChart(
            title: "validation accuracy %", value: RunColumn.accuracy.text(of: one), role: .group(.weightBlock),
            samples: one.history.map { (Double($0.epoch), $0.validationAccuracyPercent) }, epochs: one.epochs)
        for (chart, area) in zip([loss, accuracy], charts.dividedIntoColumns(2, gap: 3)) { chart.draw(with: &pen, in: area) }
    }

    private func drawBar(of one: QueuedExperiment, with pen: inout Pen, in rect: Rect) {
        guard !rect.isEmpty else { return }
        let (full, rest) = rect.splitLeft(Int(one.fraction * Double(rect.columns)))
        pen.fill(full, with: "█", .group(.buffer), within: rect)
        pen.fill(rest, with: "░", .quiet, within: rect)
    }
}
