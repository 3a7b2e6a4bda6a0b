import DesignSpace
import ExperimentStore
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
    enum Ending {
        /// The user left it.
        case quit
        /// The user left it for another study.
        case opened(Opened)
        /// The explorer that was followed has been left, or has gone without a word.
        case leaderEnded(isOrderly: Bool)
        /// A signal asked it to end, by which the process is to die.
        case signal(TerminationSignal)
    }

    /// Another study, and what goes on with it.
    struct Opened {
        let study: Study
        let workspace: Workspace
        /// Where others follow.
        let server: FollowServer?
        /// What was typed behind the command.
        var events: [TerminalEvent] = []
    }

    let workspace: Workspace
    let study: Study
    let display: any Display
    /// The tour to begin with; nil for none.
    var tour: Tour?
    /// The colours that were asked for, for this session alone; nil for those of last time.
    var theme: ThemeName?

    /// Results that are being read; nil to begin when they are needed.
    var ahead: ResultsAhead?

    /// The explorer that is followed; nil for one that goes its own way.
    var leader: Leader?
    /// Where the speaker's notes of a tour are shown.
    var notes = SpeakerNotes.onDemand
    /// Whether another study was left for this one, which is then named.
    var isAnotherStudy = false
    /// Where others follow this explorer; nil to open that.
    var server: FollowServer?
    /// What has come already.
    var events: [TerminalEvent] = []

    /// Shows the study and handles events until the end.
    ///
    /// The first frame waits for a small store, so that it is drawn once; to that of a large one, what is measured joins as soon as it is
    /// read.
    func run() throws -> Ending {
        let memory = leader == nil && tour == nil ? RememberedView(of: study.name) : nil
        let isGiven = workspace.options.accelerator != nil || workspace.options.scenario != nil
        let remembered = memory?.view(onGivenAccelerator: isGiven)
        let usual = remembered?.theme ?? .standard
        let ahead = try ahead ?? ResultsAhead(workspace.options)
        let first = firstResults(of: ahead)
        var results = first.results ?? ahead.shippedAlone
        var state = try freshState(theme: theme ?? usual, results)
        state.isFollowing = leader != nil
        if let tour { _ = state.update(.tourChosen(tour)) }
        var painter = FramePainter()
        if first.results == nil {
            var early = state
            _ = perform(remembered?.inputs ?? [], &early)
            _ = early.update(.messageArrived("reading the results of \(workspace.storePath)…"))
            show(early, &painter)
        }
        var desk = ExperimentDesk(workspace: workspace, study: study, store: first.store)
        let watch = StoreWatch(path: workspace.storePath, in: workspace.storeFolder)
        refreshQueue(&state, &desk)
        if first.results == nil { refresh(&state, &results) { () throws(CommandFailure) in try ahead.all() } }
        let lost = perform(remembered?.inputs ?? [], &state)
        let news = [
            isAnotherStudy ? "study \(study.name)" : nil, first.problem, leader == nil ? state.faultyPresetsMessage : nil, lost,
        ].compactMap(\.self)
        if !news.isEmpty { _ = state.update(.messageArrived(news.joined(separator: " · "))) }
        if let ending = follow(leader?.first ?? [], &state) { return ending }
        show(state, &painter)
        // What the first frame does not need comes behind it.
        state.prepareForKeys()
        let server = server ?? (leader == nil ? FollowServer() : nil)
        if isAnotherStudy { server?.tellOfStudy(in: state) }
        let descriptors = [watch?.fileDescriptor, server?.fileDescriptor, leader?.fileDescriptor].compactMap(\.self)
        for descriptor in descriptors { display.watch(fileDescriptor: descriptor) }
        defer { for descriptor in descriptors { display.unwatch(fileDescriptor: descriptor) } }
        let ending = handleEvents(&state, &desk, &results, &painter, watch, server)
        // Colours that were asked for by name are not what one would have without; those that were chosen in the explorer are.
        let chosen = state.theme == theme ? usual : state.theme
        // An accelerator that was asked for this once is none to come back to, unless something was tried on it.
        if !isGiven || state.hasChanges { memory?.write(state, theme: chosen) } else { memory?.write(theme: chosen) }
        return ending
    }

    /// Goes to the view that was left.
    ///
    /// - Returns: what to say if an accelerator of it is not there any more.
    private func perform(_ inputs: [KeyScript.Input], _ state: inout ExplorerState) -> String? {
        let scenario = RememberedView.missingAccelerator(of: inputs, "scenario", in: state)
        let overlay = RememberedView.missingAccelerator(of: inputs, "overlay", in: state)
        // What was tried on it would be another thing on another.
        let commands = (scenario == nil ? [] : ["scenario", "whatif"]) + (overlay == nil ? [] : ["overlay"])
        state.perform(RememberedView.inputs(inputs, without: commands))
        let news = [
            scenario.map { "there is no accelerator '\($0)' any more, on which this study was left" },
            overlay.map { "there is no accelerator '\($0)' any more, which lay behind" },
        ].compactMap(\.self)
        return news.isEmpty ? nil : news.joined(separator: " · ")
    }

    /// What the first frame waits for: results, if there are few, what is wrong with them in words, and the store that they are from.
    private func firstResults(
        of ahead: ResultsAhead
    ) -> (results: Workspace.Results?, problem: String?, store: ExperimentStore?) {
        guard study.includesMeasured else { return (Workspace.Results(), nil, nil) }
        do {
            let results = try ahead.few()
            return (results, results?.problems.first, try ahead.store)
        } catch {
            return (ahead.shippedAlone, error.message, nil)
        }
    }

    /// The explorer as it opens.
    private func freshState(theme: ThemeName, _ results: Workspace.Results) throws -> ExplorerState {
        workspace.explorer(
            on: try workspace.evaluated(study, records: results.records, imported: results.imported), size: display.size,
            theme: theme, notes: notes)
    }

    private func handleEvents(
        _ state: inout ExplorerState, _ desk: inout ExperimentDesk, _ results: inout Workspace.Results,
        _ painter: inout FramePainter, _ watch: StoreWatch?, _ server: FollowServer?
    ) -> Ending {
        var clock = PresentationClock()
        var isSettled = true
        var waiting = self.events
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
                if refreshQueue(&state, &desk) == .more { refresh(&state, &results) }
            }
            if leader == nil { pass(clock.minutes, &state, server) }
            for (place, event) in events.enumerated() {
                switch event {
                case .terminate(let signal): return .signal(signal)
                case .readable(let descriptor) where descriptor == server?.fileDescriptor: server?.welcome(state)
                case .readable(let descriptor) where descriptor == leader?.fileDescriptor:
                    if let ending = follow(leader?.read() ?? [], &state) { return ending }
                case .readable:
                    guard watch?.drain() == true else { continue }
                    // Progress alone, which comes every few seconds, is no reason to read a thousand results again.
                    let news = refreshQueue(&state, &desk)
                    if news != .progress, !desk.isStoreGone { refresh(&state, &results) }
                    isSettled = false
                default:
                    if let ending = answer(event, &state, &desk, server) { return ending.keeping(events[(place + 1)...]) }
                }
            }
            show(state, &painter)
        }
    }

    /// Does what a person asks for.
    ///
    /// - Returns: how the explorer ends, if that was asked for.
    private func answer(
        _ event: TerminalEvent, _ state: inout ExplorerState, _ desk: inout ExperimentDesk, _ server: FollowServer?
    ) -> Ending? {
        guard let action = Action(event) else { return nil }
        guard isAllowed(action) else {
            if case .keyPressed = action { _ = state.update(.messageArrived("this explorer follows another: q leaves it")) }
            return nil
        }
        // Whoever follows has nothing to close but the following.
        if leader != nil, action == .keyPressed(.character("q")) { return .quit }
        if let ending = carryOut(state.update(action), &state, &desk, server) { return ending }
        tell(action, state, to: server)
        return nil
    }

    /// Shows the minutes of a tour, here and to whoever follows.
    private func pass(_ minutes: Int, _ state: inout ExplorerState, _ server: FollowServer?) {
        guard let shown = state.elapsedMinutes, shown != minutes else { return }
        _ = state.update(.minutesPassed(minutes))
        server?.tell(nil, state)
    }

    /// Whether something may be done here: whoever follows only looks, draws again, suspends and leaves.
    private func isAllowed(_ action: Action) -> Bool {
        guard leader != nil else { return true }
        switch action {
        case .resized: return true
        case .keyPressed(let key): return [.control("c"), .control("l"), .control("z"), .character("q")].contains(key)
        default: return false
        }
    }

    /// Tells whoever follows what was done: the key, if it was one, and what is shown now.
    private func tell(_ action: Action, _ state: ExplorerState, to server: FollowServer?) {
        switch action {
        case .keyPressed(.control("l")), .keyPressed(.control("z")), .resized: break
        case .keyPressed(let key): server?.tell(key, state)
        default: server?.tell(nil, state)
        }
    }

    /// Does what the leader has done.
    ///
    /// - Returns: how the following ends if the leader is not there any more.
    private func follow(_ words: [Leader.Word], _ state: inout ExplorerState) -> Ending? {
        for (place, word) in words.enumerated() {
            switch word {
            case .opened(let name):
                leader?.first = Array(words[(place + 1)...])
                if let ending = open(name, &state, nil) { return ending }
            case .end: return .leaderEnded(isOrderly: true)
            case .lost: return .leaderEnded(isOrderly: false)
            case .key(let key):
                // Tours are read again here where the leader does that.
                for case .readTours(let wish) in state.update(.keyPressed(key)) { readTours(for: wish, &state) }
            case .view(let view):
                // After a key both most often show the same already.
                guard view != FollowedView(of: state) else { continue }
                if view.presents { readTours(for: nil, &state) }
                state = state.reopened(theme: view.theme)
                state.perform(view.inputs)
            case .scroll(let inputs): state.perform(inputs)
            case .say(let text): _ = state.update(.messageArrived(text))
            case .minutes(let minutes): _ = state.update(.minutesPassed(minutes))
            }
        }
        return nil
    }

    private func readTours(for wish: TourWish?, _ state: inout ExplorerState) {
        _ = state.update(workspace.toursRead(for: wish))
    }

    /// Reads the store again, and prices the study anew if something is different.
    private func refresh(_ state: inout ExplorerState, _ results: inout Workspace.Results) {
        refresh(&state, &results) { () throws(CommandFailure) in try workspace.results(checkingKeys: false) }
    }

    private func refresh(
        _ state: inout ExplorerState, _ results: inout Workspace.Results, by read: () throws(CommandFailure) -> Workspace.Results
    ) {
        guard study.includesMeasured else { return }
        do {
            let current = try read()
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

    /// What is different in a store.
    private enum StoreNews {
        case nothing
        /// How far runs are, and nothing else.
        case progress
        case more
    }

    /// SQLite writes its log before it says that a change is complete, so that a reader who is told of the write can come too early. This
    /// program says when it is complete; others, as the sqlite3 shell, do not.
    private static let settling = Duration.milliseconds(50)

    /// After so long without a word from whoever works the queue it is looked for.
    private static let untilRunnerIsMissed = Duration.seconds(5)

    /// Looks at the queue again.
    @discardableResult
    private func refreshQueue(_ state: inout ExplorerState, _ desk: inout ExperimentDesk) -> StoreNews {
        do {
            let wasGone = desk.isStoreGone
            guard let queue = try desk.changedQueue() else { return .nothing }
            let isProgress = !wasGone && state.isOnlyFurther(in: queue)
            _ = state.update(.queueChanged(queue))
            if wasGone { _ = state.update(.messageArrived("the store \(workspace.storePath) is there again and was read")) }
            return isProgress ? .progress : .more
        } catch {
            if desk.isStoreGone { _ = state.update(.storeVanished) }
            _ = state.update(.messageArrived(error.message))
            return .nothing
        }
    }

    private func show(_ state: ExplorerState, _ painter: inout FramePainter) {
        let frame = painter.frame(of: state, for: display.capabilities)
        display.show(frame.surface, cursor: frame.cursor)
    }

    /// Carries effects out.
    ///
    /// - Returns: how the explorer ends, if one of them ends it.
    private func carryOut(
        _ effects: [Effect], _ state: inout ExplorerState, _ desk: inout ExperimentDesk, _ server: FollowServer?
    ) -> Ending? {
        for effect in effects {
            switch effect {
            case .quit: return .quit
            case .openStudy(let name):
                if let ending = open(name, &state, server) { return ending }
            case .suspend: raise(SIGTSTP)
            case .redraw: display.redraw()
            case .copy(let text): display.copy(text)
            case .run(let point): ask(&state, &desk) { desk throws(CommandFailure) in try desk.run(point) }
            case .export(let export):
                ask(&state, &desk) { _ throws(CommandFailure) in "written: \(try ExportFile(export: export).write())" }
            case .save(let scenario):
                do {
                    let file = try ScenarioPreset(scenario: scenario, replaced: workspace.file(ofOwnAccelerator: scenario.name))
                        .write()
                    _ = state.update(.scenarioSaved(scenario, file: file))
                } catch {
                    _ = state.update(.messageArrived(error.message))
                }
            case .readTours(let wish): readTours(for: wish, &state)
            case .changeQueue(let change):
                ask(&state, &desk) { desk throws(CommandFailure) in
                    try desk.change(change)
                    return nil
                }
            }
        }
        return nil
    }

    /// Reads presets again for a study of theirs; says what is wrong if that cannot be done.
    private func open(_ name: String, _ state: inout ExplorerState, _ server: FollowServer?) -> Ending? {
        var options = workspace.options
        options.chosenStudy = name
        do {
            let workspace = try Workspace(options)
            return .opened(Opened(study: try workspace.study(), workspace: workspace, server: server))
        } catch {
            _ = state.update(.messageArrived(error.message))
            return nil
        }
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
