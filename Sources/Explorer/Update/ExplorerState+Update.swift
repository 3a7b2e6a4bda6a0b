import DesignSpace
import HardwareModel
import Terminal

extension ExplorerState {
    /// Changes the state for what happened.
    ///
    /// The same state and action always give the same result; nothing is read or written.
    ///
    /// - Returns: what is to be done outside, in order.
    public mutating func update(_ action: Action) -> [Effect] {
        if case .keyPressed(let key) = action { return press(key) }
        if !onlyScrolls(action) { (panelText, compared) = (nil, nil) }
        let effects = carryOut(action)
        if screen == .table { points.measureColumns() }
        place()
        return effects
    }

    /// Whether an action moves what is seen of a text, and changes nothing that the text is made of.
    private func onlyScrolls(_ action: Action) -> Bool {
        switch action {
        case .moved(.up), .moved(.down), .paged, .movedToEnd: panel != nil || screen == .compare
        case .moved(.left), .moved(.right):
            // With two marks it is they that are compared, whichever point is selected.
            panel == nil && screen == .compare && marks.compactMap(points.position(of:)).count >= 2
        default: false
        }
    }

    private mutating func carryOut(_ action: Action) -> [Effect] {
        let before = selection
        switch action {
        case .keyPressed(let key): return press(key)
        case .mouseUsed(let mouse):
            (message, allowancePlace) = ("", nil)
            use(mouse)
            if mouse.kind == .release(.left) { return [] }
        case .resized(let size): self.size = size
        case .studyLoaded(let study): load(study)
        case .queueChanged(let queue): take(queue)
        case .storeVanished: loseStore()
        case .storeUnreadable: isStoreUnreadable = true
        case .queueAsked(let change): return askForQueue(change)
        case .messageArrived(let text): message = text
        case .scenarioSaved(let scenario, let file): take(scenario, savedAs: file)
        case .screenChosen(let screen): show(screen)
        case .screenTurned(let places): show(screen.advanced(by: places))
        case .datasetTurned(let places): turnDataset(by: places)
        case .helpAsked: panel = panel?.kind == .help ? nil : Panel(kind: .help)
        case .whyAsked:
            _ = focusOnRun()
            panel = hasExplanations ? Panel(kind: .why) : nil
            if panel == nil { message = noPoint ?? "" }
        case .commandAsked:
            let command = panel?.command ?? ViewCommand(self)
            panel = Panel(kind: .command, command: command)
            return [.copy(command.line)]
        case .detailsOpened where screen == .layers: panel = selectedPoint == nil ? nil : Panel(kind: .arithmetic)
        case .detailsOpened: panel = designs.isEmpty ? nil : Panel(kind: .components)
        case .closed: close()
        case .moved(let direction): move(direction)
        case .paged(let pages): page(by: pages)
        case .movedToEnd(let isLast): moveToEnd(isLast: isLast)
        case .frontierWalked(let towardsMoreCost): walkFrontier(towardsMoreCost: towardsMoreCost)
        case .kneeAsked: selectKnee()
        case .cheapestAsked: selectCheapest()
        case .markToggled: toggleMark()
        case .marksCleared:
            if marks.isEmpty { message = "nothing is marked: m marks the selected point" }
            marks = []
        case .comparedMoved(let places): moveCompared(by: places)
        case .sortColumnTurned(let places): turnSortColumn(by: places)
        case .sortReversed: reverseSorting()
        case .costTurned(let places): setAxes(cost: frontier.cost.advanced(by: places), quality: frontier.quality)
        case .qualityTurned: setAxes(cost: frontier.cost, quality: frontier.quality.advanced(by: 1))
        case .zoomed(let isIn): zoom(isIn: isIn)
        case .panned(let direction): pan(direction)
        case .viewFitted: fitView()
        case .isolinesToggled: frontier.showsIsolines.toggle()
        case .themeTurned: turnTheme()
        case .percentToggled: bars.showsPercent.toggle()
        case .filterOpened: open(.filter, filter?.text ?? "")
        case .budgetOpened: open(.budget, budget?.text ?? "")
        case .whatIfOpened: open(.whatIf, whatIf.text + (whatIf.isChanged ? " " : ""))
        // A text over a stop of a tour has no more commands than the stop.
        case .commandOpened where isPresenting: break
        case .commandOpened(let text): open(.command, text)
        case .whatIfUndone: undoChange()
        case .whatIfRedone: redoChange()
        case .whatIfReset: choose(whatIf.basis)
        case .bestAsked: selectBest()
        case .lineTyped(let text), .pasted(let text): readPrompt { $0.insert(text) }
        case .lineEdited(let edit): readPrompt { $0.apply(edit) }
        case .lineCompleted: complete()
        case .lineRecalled(let isEarlier): recallLine(isEarlier: isEarlier)
        case .lineAccepted:
            let effects = acceptPrompt()
            keepInView(since: before)
            return effects
        case .presentationAsked:
            presentOnly()
            keepInView(since: before)
            return [.readTours(.only)]
        case .toursRead(let tours, let wish, let problem): take(tours, for: wish, problem: problem)
        case .tourChosen(let tour): present(tour)
        case .stopTurned(let places): turnStop(by: places)
        case .notesToggled: presentation?.showsNotes.toggle()
        case .minutesPassed(let minutes): presentation?.elapsedMinutes = minutes
        case .runAsked: return askForRun()
        case .redrawAsked: return [.redraw]
        case .suspendAsked: return [.suspend]
        case .quitAsked: return [.quit]
        }
        keepInView(since: before)
        return []
    }

    /// Does what a key stands for; whoever presses one has read the last message, unless it is to see the same screen again.
    private mutating func press(_ key: Key) -> [Effect] {
        guard let action = KeyBindings.action(for: key, in: self) else {
            allowancePlace = nil
            switch keyContext {
            case .screen(let screen): message = KeyBindings.hint(for: key, on: screen, canRun: canRun)
            case .panel: message = "\(key.label) does nothing while a text is open: Esc closes it"
            case .presentation, .prompt: break
            }
            return []
        }
        return press(for: action)
    }

    /// Does what a key stands for that stands for something.
    mutating func press(for action: Action) -> [Effect] {
        // What comes next is not to depend on what was asked for some time ago.
        if action != .cheapestAsked { allowancePlace = nil }
        if ![.redrawAsked, .suspendAsked, .runAsked].contains(action) { message = "" }
        return update(action)
    }

    private mutating func show(_ screen: Screen) {
        // What a tour shows is its own affair; a text over it is closed all the same.
        if presentation == nil { self.screen = screen }
        if screen == .compare { sayWhatIsCompared() }
        if screen == .runs, presentation == nil { goToSelectedRun() }
        panel = nil
    }

    private mutating func turnTheme() {
        theme = theme.advanced(by: 1)
        message = "colours: \(theme.rawValue)"
    }

    private mutating func close() {
        if prompt != nil {
            leavePrompt()
        } else if panel != nil {
            panel = nil
        } else if presentation != nil {
            leavePresentation()
        } else {
            message = ""
        }
    }
}
