import DesignSpace
import HardwareModel
import Precision
import Terminal

/// Collects what leads from the start to a view.
struct ViewScript {
    /// The name of the accelerator on which the explorer that is led there opens.
    let opening: String

    private(set) var parts: [String] = []

    /// Whether it knows the scenarios that were saved since this one was opened.
    let knowsSaved: Bool

    init(on opening: String, knowsSaved: Bool = true) {
        self.opening = opening
        self.knowsSaved = knowsSaved
    }

    /// The parts as `KeyScript` reads them.
    var text: String { parts.joined(separator: ",") }

    private mutating func give(_ command: String) { parts.append(KeyScript.part(command: command)) }

    private mutating func press(_ key: String, times: Int = 1) {
        if times > 0 { parts.append(times == 1 ? key : "\(key)*\(times)") }
    }

    /// Goes to data set, accelerator, axes, marks, filter, selection and screen; a line that is being typed has changed nothing yet.
    mutating func lead(to state: ExplorerState) {
        markElsewhere(as: state)
        let first = state.study.study.largestBenchmark?.dataset ?? state.datasets.first
        if state.dataset != first, state.datasets.contains(state.dataset) { give("dataset \(state.dataset)") }
        change(as: state)
        choose(as: state)
        mark(as: state)
        select(as: state)
        show(as: state)
    }

    /// Marks of data sets that are not shown.
    private mutating func markElsewhere(as state: ExplorerState) {
        let others = state.marks.filter { $0.point.dataset != state.dataset }
        for dataset in state.datasets {
            let marks = others.filter { $0.point.dataset == dataset }
            guard !marks.isEmpty else { continue }
            let points = PointList(state.study.rows(on: dataset))
            give("dataset \(dataset)")
            for position in marks.compactMap(points.position(of:)) { give("mark \(RowName(of: position, in: points).text)") }
        }
        if !parts.isEmpty, state.dataset == state.study.study.largestBenchmark?.dataset { give("dataset \(state.dataset)") }
    }

    private mutating func change(as state: ExplorerState) {
        let previous = state.prompt.flatMap { $0.purpose == .whatIf ? $0.previous.accelerator : nil }
        let current = previous ?? state.whatIf.current
        // A name that is not known is told by its changes.
        let madeOf = knowsSaved ? nil : state.madeOf[state.whatIf.origin.name]
        let origin = madeOf ?? state.whatIf.origin
        if origin.name != opening { give("scenario \(origin.name)") }
        let changes = WhatIf.text(of: current, from: origin)
        if !changes.isEmpty { give("whatif \(changes)") }
        if let overlay = state.whatIf.overlay { give("overlay \(overlay.name)") }
        if state.whatIf.hasNoGhost, state.whatIf.isChanged { give("overlay none") }
    }

    private mutating func choose(as state: ExplorerState) {
        if state.frontier.cost != .energy { give("cost \(state.frontier.cost.rawValue)") }
        if state.frontier.quality == .error { give("error") }
        if state.frontier.showsIsolines { give("isolines") }
        let typed = state.prompt?.purpose
        let filter = typed == .filter ? state.prompt?.previous.filter : state.filter
        let budget = typed == .budget ? state.prompt?.previous.filter : state.budget
        if let filter { give("filter \(filter.text)") }
        if let budget { give("budget \(budget.text)") }
        if let columns = state.columnsCommand { give(columns) }
        guard let column = state.sorting.column else { return }
        give("sort \(state.sorting.isDescending ? "-" : "")\(column.rawValue)")
    }

    private mutating func mark(as state: ExplorerState) {
        for position in state.marks.compactMap(state.points.position(of:)) {
            give("mark \(RowName(of: position, in: state.points).text)")
        }
    }

    private mutating func select(as state: ExplorerState) {
        let typed = state.prompt.flatMap { state.points.position(of: $0.previous.selection) }
        guard let position = typed ?? state.selectedPosition else { return }
        give("select \(RowName(of: position, in: state.points).text)")
    }

    private mutating func show(as state: ExplorerState) {
        if let view = state.frontier.viewport {
            let ends = [view.x, view.y].flatMap { [$0.domain.lowerBound, $0.domain.upperBound] }
            give("zoom \(ends.map { "\($0)" }.joined(separator: " "))")
        }
        if state.bars.showsPercent { give("percent") }
        if state.bars.pane == .area { give("pane area") }
        give(state.screen.title.lowercased())
        switch state.screen {
        case .bars:
            guard state.designs.indices.contains(state.bars.cursor) else { return }
            let precision = state.designs[state.bars.cursor].precision
            if precision != state.selectedPoint?.point.precision { give("bar \(precision.name)") }
        case .layers:
            let layers = state.selectedPoint?.evaluation.mapping.layers.count ?? 0
            if state.layers.cursor > 0, layers > 0 { give("layer \(min(state.layers.cursor + 1, layers))") }
        case .runs:
            if let key = state.queuedExperiment?.key, key != state.openedRun?.key { give("experiment \(key)") }
        case .frontier, .table, .compare: break
        }
    }

    /// Begins the tour and goes to its stop, and to what is pointed at there.
    mutating func present(as state: ExplorerState) {
        guard let presentation = state.presentation else { return }
        give("present \(presentation.tour.name)")
        press("n", times: presentation.position)
        if presentation.showsNotes { press("v", times: 1) }
        select(as: state)
    }

    /// Scrolls the screen as it is.
    mutating func scroll(as state: ExplorerState) {
        switch state.screen {
        // Selecting a row has scrolled to it, from wherever the table stood then.
        case .table where state.table.firstColumn > 0 || state.points.order.count > TableLayout(state).rows:
            give("scroll \(state.table.firstRow) \(state.table.firstColumn)")
        case .bars where state.bars.firstBar > 0 || state.designs.count > BarsView(state).shownBars(in: FrameLayout(state).body):
            give("scroll \(state.bars.firstBar)")
        case .compare where state.compare.firstRow > 0: give("scroll \(state.compare.firstRow)")
        default: break
        }
    }

    /// Opens a text over the screen, and scrolls it as it is.
    mutating func open(_ panel: Panel?) {
        guard let panel else { return }
        switch panel.kind {
        case .help: give("help")
        case .components, .arithmetic: give("open")
        case .why: give("why")
        case .command: give("command")
        }
        if panel.firstLine > 0 { give("scroll \(panel.firstLine)") }
    }

    /// Types the open line; commas separate parts, so that they are keys themselves.
    mutating func type(into prompt: LinePrompt?) {
        guard let prompt else { return }
        switch prompt.purpose {
        case .filter: press("/")
        case .budget: press("B")
        case .whatIf: press("e")
        case .command: press(":")
        }
        press("c-u")
        for (index, piece) in prompt.text.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { press("comma") }
            if !piece.isEmpty { press("text:\(piece)") }
        }
        press("left", times: prompt.characters.count - prompt.cursor)
        // What is wrong with a command is found when it is given.
        if prompt.purpose == .command, prompt.error != nil { press("enter") }
    }
}
