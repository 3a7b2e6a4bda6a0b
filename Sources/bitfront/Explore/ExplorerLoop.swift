import DesignSpace
import ExperimentStore
import Explorer
import Terminal

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
        let remembered = memory?.view(onGivenAccelerator: isGiven)
        let usual = remembered?.theme ?? .standard
        let ahead = try ahead ?? ResultsAhead(workspace.options)
        let first = firstResults(of: ahead)
        var state = try freshState(theme: theme ?? usual, first.results ?? ahead.shippedAlone)
        state.isFollowing = leader != nil
        if let tour { _ = state.update(.tourChosen(tour)) }
        var painter = FramePainter()
        if first.results == nil { showEarly(state, remembered?.inputs ?? [], with: &painter) }
        let faults = leader == nil ? state.faultyPresetsMessage : nil
        var explorer = OpenExplorer(
            self, showing: state, of: first.results ?? ahead.shippedAlone,
            desk: ExperimentDesk(workspace: workspace, study: study, watch: study.includesMeasured ? ahead.queue : nil),
            painter: painter)
        let watch = StoreWatch(path: workspace.storePath, in: workspace.storeFolder)
        explorer.refreshQueue()
        if first.results == nil { explorer.refresh { _ throws(CommandFailure) in try ahead.all() } }
        let lost = perform(remembered?.inputs ?? [], &explorer.state)
        let news = [
            isAnotherStudy ? "study \(study.name)" : nil, first.problem, faults, lost,
        ].compactMap(\.self)
        if !news.isEmpty { explorer.say(news.joined(separator: " · ")) }
        if let ending = explorer.follow(leader?.first ?? []) { return ending }
        explorer.show()
        // What the first frame does not need comes behind it.
        explorer.state.prepareForKeys()
        if explorer.server == nil, leader == nil { explorer.server = FollowServer() }
        if isAnotherStudy { explorer.server?.tellOfStudy(in: explorer.state) }
        let ending = explorer.handleEvents(events, watch)
        remember(explorer.state, in: memory, usual)
        return ending
    }

    /// Shows what there is without a large store's results, while those are read.
    private func showEarly(_ state: ExplorerState, _ remembered: [KeyScript.Input], with painter: inout FramePainter) {
        var early = state
        _ = perform(remembered, &early)
        _ = early.update(.messageArrived("reading the results of \(workspace.storePath)…"))
        let frame = painter.frame(of: early, for: display.capabilities)
        display.show(frame.surface, cursor: frame.cursor)
    }

    /// Whether the study was opened on an accelerator that was asked for by name.
    private var isGiven: Bool { workspace.options.accelerator != nil || workspace.options.scenario != nil }

    /// Keeps the view for the next start.
    private func remember(_ state: ExplorerState, in memory: RememberedView?, _ usual: ThemeName) {
        // Colours that were asked for by name are not what one would have without; those that were chosen in the explorer are.
        let chosen = state.theme == theme ? usual : state.theme
        // An accelerator that was asked for this once is none to come back to, unless something was tried on it.
        if !isGiven || state.hasChanges { memory?.write(state, theme: chosen) } else { memory?.write(theme: chosen) }
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

    /// What the first frame waits for: results, if there are few, and what is wrong with them in words.
    private func firstResults(of ahead: ResultsAhead) -> (results: Workspace.Results?, problem: String?) {
        guard study.includesMeasured else { return (Workspace.Results(), nil) }
        do {
            let results = try ahead.few()
            return (results, results?.problems.first)
        } catch {
            return (ahead.shippedAlone, error.message)
        }
    }

    /// The explorer as it opens.
    private func freshState(theme: ThemeName, _ results: Workspace.Results) throws -> ExplorerState {
        workspace.explorer(
            on: try workspace.evaluated(study, records: results.records, imported: results.imported), size: display.size,
            theme: theme, notes: notes)
    }
}
