import DesignSpace
import ExperimentStore
import Explorer
import Terminal

/// An explorer that is on a display: what it shows, and what that comes from.
struct OpenExplorer {
    let workspace: Workspace
    let study: Study
    let display: any Display
    /// The explorer that is followed; nil for one that goes its own way.
    let leader: Leader?

    /// What is shown.
    var state: ExplorerState
    /// The results that it is made of.
    var results: Workspace.Results
    var desk: ExperimentDesk
    var painter: FramePainter
    /// Where others follow this explorer; nil for one that follows.
    var server: FollowServer?

    private var foresight = Foresight()

    init(
        _ loop: ExplorerLoop, showing state: ExplorerState, of results: Workspace.Results, desk: ExperimentDesk,
        painter: FramePainter
    ) {
        (workspace, study, display, leader) = (loop.workspace, loop.study, loop.display, loop.leader)
        (self.state, self.results, self.desk, self.painter, server) = (state, results, desk, painter, loop.server)
    }

    /// Handles events until the end.
    ///
    /// - Parameters:
    ///   - first: what has come already.
    ///   - watch: tells when others have changed the store.
    mutating func handleEvents(_ first: [TerminalEvent], _ watch: StoreWatch?) -> ExplorerLoop.Ending {
        let descriptors = [watch?.fileDescriptor, server?.fileDescriptor, leader?.fileDescriptor].compactMap(\.self)
        for descriptor in descriptors { display.watch(fileDescriptor: descriptor) }
        defer { for descriptor in descriptors { display.unwatch(fileDescriptor: descriptor) } }
        // What has changed since it was read, and before it was watched.
        if refreshQueue() == .more {
            refresh()
            show()
        }
        var clock = PresentationClock()
        var isSettled = true
        var waiting = first
        while true {
            let patience = [
                clock.timeout(isPresenting: state.isPresenting && leader == nil), isSettled ? nil : Self.settling,
                desk.isWorked ? Self.untilRunnerIsMissed : nil,
            ].compactMap(\.self).min()
            let events = waiting.isEmpty ? display.nextEvents(timeout: patience) : waiting
            waiting = []
            if events.isEmpty {
                // What was being written when it was read is there now, and who worked the queue may be gone: no file tells of either.
                isSettled = true
                if refreshQueue() == .more { refresh() }
            }
            if leader == nil { pass(clock.minutes) }
            for (place, event) in events.enumerated() {
                switch event {
                case .terminate(let signal): return .signal(signal)
                case .readable(let descriptor) where descriptor == server?.fileDescriptor: server?.welcome(state)
                case .readable(let descriptor) where descriptor == leader?.fileDescriptor:
                    if let ending = follow(leader?.read() ?? []) { return ending }
                case .readable:
                    guard watch?.drain() == true else { continue }
                    // Progress alone, which comes every few seconds, is no reason to read a thousand results again.
                    let news = refreshQueue()
                    if news != .progress, !desk.isStoreGone { refresh() }
                    isSettled = false
                default:
                    if let ending = answer(event) { return ending.keeping(events[(place + 1)...]) }
                }
            }
            show()
            lookAhead(behind: events.last)
        }
    }

    /// SQLite writes its log before it says that a change is complete, so that a reader who is told of the write can come too early. This
    /// program says when it is complete; others, as the sqlite3 shell, do not.
    private static let settling = Duration.milliseconds(50)

    /// After so long without a word from whoever works the queue it is looked for.
    private static let untilRunnerIsMissed = Duration.seconds(5)

    /// Shows what there is to see now.
    mutating func show() {
        let frame = painter.frame(of: state, for: display.capabilities)
        display.show(frame.surface, cursor: frame.cursor)
    }

    /// Says something in the status line.
    mutating func say(_ message: String) { _ = state.update(.messageArrived(message)) }

    /// Does what a person asks for.
    ///
    /// - Returns: how the explorer ends, if that was asked for.
    private mutating func answer(_ event: TerminalEvent) -> ExplorerLoop.Ending? {
        guard let action = Action(event) else { return nil }
        guard isAllowed(action) else {
            if case .keyPressed = action { say("this explorer follows another: q leaves it") }
            return nil
        }
        // Whoever follows has nothing to close but the following.
        if leader != nil, action == .keyPressed(.character("q")) { return .quit }
        if let ending = carryOut(foresight.update(&state, action)) { return ending }
        tell(action)
        return nil
    }

    /// Works out what the next key most likely shows, while nobody waits for it.
    private mutating func lookAhead(behind event: TerminalEvent?) {
        // What is foreseen keeps a study, which may have been another one.
        foresight = Foresight()
        guard case .key(let key)? = event else { return }
        foresight = Foresight(from: state, after: key)
        let frames = painter.foresee(foresight.states, for: display.capabilities)
        display.prepare(frames.map { ($0.surface, $0.cursor) })
    }

    /// Shows the minutes of a tour, here and to whoever follows.
    private mutating func pass(_ minutes: Int) {
        guard let shown = state.elapsedMinutes, shown != minutes else { return }
        _ = state.update(.minutesPassed(minutes))
        server?.tell(nil, state)
    }
}

extension ExplorerLoop.Ending {
    /// The same, with events for the study that is opened; of others' files it looks at its own.
    fileprivate func keeping(_ events: some Sequence<TerminalEvent>) -> Self {
        guard case .opened(var opened) = self else { return self }
        opened.events = events.filter { event in
            if case .readable = event { false } else { true }
        }
        return .opened(opened)
    }
}
