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
            try workspace.evaluated(study, records: []), size: display.size,
            tours: workspace.catalogue.tours.filter { $0.study == study.name }, theme: theme)
        if let tour { _ = state.update(.tourChosen(tour)) }
        show(state)
        var results = Workspace.Results()
        let watch = study.includesMeasured ? StoreWatch(folder: workspace.storeFolder) : nil
        if let watch { display.watch(fileDescriptor: watch.fileDescriptor) }
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
                    if watch?.drain() == true { refresh(&state, &results) }
                default:
                    guard let action = Action(event) else { continue }
                    if carryOut(state.update(action)) { return .quit }
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

    private func show(_ state: ExplorerState) {
        let frame = state.frame(for: display.capabilities)
        display.show(frame.surface, cursor: frame.cursor)
    }

    /// Carries effects out; true to leave.
    private func carryOut(_ effects: [Effect]) -> Bool {
        for effect in effects {
            switch effect {
            case .quit: return true
            case .suspend: raise(SIGTSTP)
            case .redraw: display.redraw()
            case .copy(let text): display.copy(text)
            case .run: break
            }
        }
        return false
    }
}
