import DesignSpace
import HardwareModel
import Terminal

/// All that a scene is drawn from; two that are equal have the same scene.
struct SceneBasis: Equatable, Sendable {
    private let capabilities: Capabilities
    private let size: Size
    private let theme: ThemeName
    private let screen: Screen
    private let context: KeyBinding.Context
    private let hasPanel: Bool
    private let canRun: Bool

    private let rows: Kept<EvaluatedPoint>
    private let order: Kept<Int>
    private let overBudget: PositionSet
    private let ghosts: Kept<EvaluatedPoint>
    private let designs: Kept<Design>
    private let studyName: String
    private let benchmark: Study.Benchmark?
    private let whatIf: WhatIf
    private let filter: Filter?
    private let budget: Filter?
    private let marks: [PointIdentity]
    private let queue: QueueSnapshot

    private let sorting: Sorting
    private let frontier: ExplorerState.FrontierSettings
    private let table: ExplorerState.TableSettings
    private let bars: ExplorerState.BarsSettings
    private let compare: ExplorerState.CompareSettings
    private let compared: [Int]
    /// How far the screen is scrolled to its cursor, and the selected point where the scene follows that.
    private let scrolled: Int
    private let selection: PointIdentity?

    /// Nil for a state without a scene of its own: at a stop of a tour, and where the terminal is too small.
    init?(_ state: ExplorerState, _ capabilities: Capabilities) {
        guard state.presentation == nil, ExplorerState.smallestSize.fits(in: state.size) else { return nil }
        self.capabilities = capabilities
        (size, theme, screen, context) = (state.size, state.theme, state.screen, state.keyContext)
        (hasPanel, canRun) = (state.panel != nil, state.canRun)
        (rows, order) = (Kept(state.points.rows), Kept(state.points.order))
        (overBudget, ghosts, designs) = (state.points.overBudget, Kept(state.ghosts), Kept(state.designs))
        (studyName, benchmark, whatIf) = (state.study.study.name, state.benchmark, state.whatIf)
        (filter, budget, marks, queue) = (state.filter, state.budget, state.marks, state.queue)
        // What another screen remembers follows the selection there, and is not seen here.
        sorting = state.sorting
        frontier = screen == .frontier ? state.frontier : .init()
        table = screen == .table ? state.table : .init()
        var bars = screen == .bars ? state.bars : .init()
        (bars.cursor, bars.firstBar) = (0, 0)
        self.bars = bars
        compare = screen == .compare ? state.compare : .init()
        compared = state.screen == .compare ? state.compared?.positions ?? [] : []
        (scrolled, selection) = state.panel == nil ? state.followedByScene : (0, nil)
    }
}

/// An array that is told from others by where it is kept, so that comparing costs the same however long it is.
private struct Kept<Element: Sendable>: Equatable, Sendable {
    private let elements: [Element]

    init(_ elements: [Element]) { self.elements = elements }

    static func == (left: Kept, right: Kept) -> Bool {
        left.elements.withUnsafeBufferPointer { ours in
            right.elements.withUnsafeBufferPointer { ours.baseAddress == $0.baseAddress && ours.count == $0.count }
        }
    }
}

extension ExplorerState {
    /// How far the screen is scrolled to its cursor, and the selected point if more than the cursor is drawn otherwise for it.
    fileprivate var followedByScene: (scrolled: Int, selection: PointIdentity?) {
        let body = FrameLayout(self).body
        switch screen {
        case .frontier: return (0, frontier.showsIsolines ? selection : nil)
        case .bars: return (BarsView(self).scrolled(in: body), nil)
        case .compare:
            let isSettled = compared != nil && !CompareView(self).isTight(in: body)
            return (0, isSettled ? nil : selection)
        case .layers: return (LayersView(self).scrolled(in: body), selection)
        case .table, .runs: return (0, nil)
        }
    }
}
