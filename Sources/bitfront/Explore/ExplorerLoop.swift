import DesignSpace
import Explorer
import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Runs the explorer on a display: events in, frames out, effects carried out.
struct ExplorerLoop {
    /// How the explorer ended.
    enum Ending: Equatable {
        /// The user left it.
        case quit
        /// A signal asked it to end, by which the process is to die.
        case signal(TerminationSignal)
    }

    let workspace: Workspace
    let study: Study
    let display: any Display
    /// The tour to begin with; nil for none.
    var tour: Tour?
    /// The colours to begin with.
    var theme = ThemeName.standard

    /// Shows the study and handles events until the end.
    ///
    /// The first frame does not wait for the store; what is measured joins it as soon as it is read.
    func run() throws -> Ending {
        var state = ExplorerState(
            try workspace.evaluated(study, records: []), size: display.size, canRun: true,
            tours: workspace.catalogue.tours.filter { $0.study == study.name }, theme: theme)
        if let tour { _ = state.update(.tourChosen(tour)) }
        show(state)
        var results = Workspace.Results()
        var desk = ExperimentDesk(workspace: workspace, study: study)
        let watch = StoreWatch(folder: workspace.storeFolder)
        if let watch { display.watch(fileDescriptor: watch.fileDescriptor) }
        refreshQueue(&state, &desk)
        refresh(&state, &results)
        show(state)
        var clock = PresentationClock()
        while true {
            let events = display.nextEvents(timeout: clock.timeout(isPresenting: state.isPresenting))
            if state.isPresenting { _ = state.update(.minutesPassed(clock.minutes)) }
            for event in events {
                switch event {
                case .terminate(let signal): return .signal(signal)
                case .readable:
                    guard watch?.drain() == true else { continue }
                    // Progress alone, which comes every few seconds, is no reason to read a thousand results again.
                    let isProgress = refreshQueue(&state, &desk)
                    if !isProgress { refresh(&state, &results) }
                default:
                    guard let action = Action(event) else { continue }
                    if carryOut(state.update(action), &state, &desk) { return .quit }
                }
            }
            show(state)
        }
    }

    /// Reads the store again, and prices the study anew if something is different.
    private func refresh(_ state: inout ExplorerState, _ results: inout Workspace.Results) {
        guard study.includesMeasured else { return }
        do {
            let current = try workspace.results()
            guard current != results else { return }
            let isNewProblem = current.problems != results.problems
            results = current
            _ = state.update(
                .studyLoaded(try workspace.evaluated(study, records: current.records, imported: current.imported)))
            if isNewProblem, let problem = current.problems.first { _ = state.update(.messageArrived(problem)) }
        } catch {
            _ = state.update(.messageArrived(CommandFailure(error).message))
        }
    }

    /// Looks at the queue again.
    ///
    /// - Returns: whether all that is different is how far runs are.
    @discardableResult
    private func refreshQueue(_ state: inout ExplorerState, _ desk: inout ExperimentDesk) -> Bool {
        do {
            guard let queue = try desk.changedQueue() else { return false }
            let isProgress = state.isOnlyFurther(in: queue)
            _ = state.update(.queueChanged(queue))
            return isProgress
        } catch {
            _ = state.update(.messageArrived(error.message))
            return false
        }
    }

    private func show(_ state: ExplorerState) {
        let frame = state.frame(for: display.capabilities)
        display.show(frame.surface, cursor: frame.cursor)
    }

    /// Carries effects out; true to leave.
    private func carryOut(_ effects: [Effect], _ state: inout ExplorerState, _ desk: inout ExperimentDesk) -> Bool {
        for effect in effects {
            switch effect {
            case .quit: return true
            case .suspend: raise(SIGTSTP)
            case .redraw: display.redraw()
            case .copy(let text): display.copy(text)
            case .run(let point): ask(&state, &desk) { desk throws(CommandFailure) in try desk.run(point) }
            case .changeQueue(let change):
                ask(&state, &desk) { desk throws(CommandFailure) in
                    try desk.change(change)
                    return nil
                }
            }
        }
        return false
    }

    /// Asks for something at the desk, says what came of it, and shows the queue as it is then.
    private func ask(
        _ state: inout ExplorerState, _ desk: inout ExperimentDesk,
        for wish: (inout ExperimentDesk) throws(CommandFailure) -> String?
    ) {
        do {
            if let answer = try wish(&desk) { _ = state.update(.messageArrived(answer)) }
            refreshQueue(&state, &desk)
        } catch {
            _ = state.update(.messageArrived(error.message))
        }
    }
}
