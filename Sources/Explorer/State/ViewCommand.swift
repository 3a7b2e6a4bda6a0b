import DesignSpace
import HardwareModel
import Terminal

/// The command line that prints what is shown: a screen, its size, and the keys that lead there from the start.
public struct ViewCommand: Hashable, Sendable {
    /// The study.
    public let study: String
    /// The screen.
    public let screen: Screen
    /// The terminal's columns and rows.
    public let size: Size
    /// The colours.
    public let theme: ThemeName

    /// The keys, as `KeyScript` reads them.
    public let keys: String

    /// Finds the keys that lead to what is shown.
    public init(_ state: ExplorerState) {
        study = state.study.study.name
        (screen, size, theme) = (state.screen, state.size, state.theme)
        var script = Script()
        // A tour is begun from what was shown before it, which its end brings back.
        var start = state
        start.leavePresentation()
        script.chooseData(of: start)
        script.markPoints(of: start)
        script.arrange(as: start)
        script.select(as: start)
        script.finish(as: start)
        script.present(as: state)
        keys = script.parts.joined(separator: ",")
    }

    /// The command as one types it into a shell.
    public var line: String {
        let colors = theme == .standard ? "" : " --theme \(theme.rawValue)"
        let quoted =
            keys.isEmpty
            ? "" : " --keys '\(keys.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
        return
            "bitfront --study \(study) --screen \(screen.title.lowercased()) --size \(size.columns)x\(size.rows)\(colors)\(quoted)"
    }
}

/// Collects the keys that lead to a view.
private struct Script {
    private(set) var parts: [String] = []

    private mutating func press(_ key: String, times: Int = 1) {
        if times > 0 { parts.append(times == 1 ? key : "\(key)*\(times)") }
    }

    /// Types a text: commas separate keys, so that they are keys themselves.
    private mutating func type(_ text: String) {
        for (index, piece) in text.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { press("comma") }
            if !piece.isEmpty { press("text:\(piece)") }
        }
    }

    mutating func chooseData(of state: ExplorerState) {
        // By name: data sets come and go.
        let first = state.study.study.largestBenchmark?.dataset ?? state.datasets.first
        if state.dataset != first, state.datasets.contains(state.dataset) {
            press(":")
            type("dataset \(state.dataset)")
            press("enter")
            // For one that is gone since: the line stays open.
            press("esc")
        }
        press("1")
        press("a", times: CostAxis.allCases.firstIndex(of: state.frontier.cost) ?? 0)
        if state.frontier.quality == .error { press("y") }
        if state.frontier.showsIsolines { press("i") }
        change(as: state)
    }

    private mutating func change(as state: ExplorerState) {
        for (key, text) in [("e", state.whatIf.text), (":", state.whatIf.overlay.map { "overlay \($0.name)" } ?? "")]
        where !text.isEmpty {
            press(key)
            type(text)
            press("enter")
        }
    }

    /// Marks come before the filter, which may hide some of them.
    mutating func markPoints(of state: ExplorerState) {
        press("2")
        for place in state.marks.compactMap(state.points.position(of:)) {
            press("g")
            press("j", times: place)
            press("m")
        }
        // Where the filter hides everything, what was selected before stays so.
        guard state.points.order.isEmpty, let position = state.selectedPosition else { return }
        press("g")
        press("j", times: position)
    }

    mutating func arrange(as state: ExplorerState) {
        for (key, filter) in [("/", state.filter), ("B", state.budget)] {
            guard let filter else { continue }
            press(key)
            type(filter.text)
            press("enter")
        }
        let place = state.sorting.column.flatMap { column in state.table.columns.firstIndex { $0 == column } }.map { $0 + 1 } ?? 0
        press("s", times: place)
        if state.sorting.isDescending, place > 0 { press("S") }
    }

    /// Goes to the row by way of the last one on the screen, so that the table is scrolled as it was.
    mutating func select(as state: ExplorerState) {
        press("g")
        if let place = state.selectedPosition.flatMap({ position in state.points.order.firstIndex { $0 == position } }) {
            let last = max(place, min(state.table.firstRow + TableLayout(state).rows, state.points.order.count) - 1)
            press("j", times: last)
            press("k", times: last - place)
        }
        press("h", times: state.table.columns.count)
        press("l", times: state.table.firstColumn)
        selectHidden(as: state)
    }

    /// Goes to a marked point that the filter hides, which the Compare screen still reaches.
    private mutating func selectHidden(as state: ExplorerState) {
        let marked = state.marks.compactMap(state.points.position(of:))
        guard let position = state.selectedPosition, !state.points.order.contains(position),
            let place = marked.firstIndex(of: position), marked.count >= 2
        else { return }
        press("4")
        press("h", times: marked.count)
        press("l", times: place)
    }

    /// Goes to the bar under the cursor, which is not the selected point's where no shown point has its precision.
    private mutating func goToBar(of state: ExplorerState) {
        guard let precision = state.selectedPoint?.point.precision,
            let bar = state.designs.firstIndex(where: { $0.precision == precision })
        else { return }
        press(state.bars.cursor > bar ? "j" : "k", times: abs(state.bars.cursor - bar))
    }

    mutating func finish(as state: ExplorerState) {
        if state.bars.showsPercent {
            press("3")
            press("%")
        }
        press("\(state.screen.rawValue)")
        switch state.screen {
        case .frontier: press(state.frontier.zoomLevel > 0 ? "+" : "-", times: abs(state.frontier.zoomLevel))
        case .table: break
        case .bars:
            goToBar(of: state)
            if state.bars.pane == .area { press("l") }
        case .compare: press("j", times: state.compare.firstRow)
        case .layers: press("j", times: state.layers.cursor)
        case .runs: press("j", times: state.queueCursor ?? 0)
        }
    }

    mutating func present(as state: ExplorerState) {
        guard let presentation = state.presentation else { return }
        press("P")
        press("n", times: presentation.position)
    }
}
