import DesignSpace
import Terminal

extension ExplorerState {
    /// Changes the state for what happened.
    ///
    /// The same state and action always give the same result; nothing is read or written.
    ///
    /// - Returns: what is to be done outside, in order.
    public mutating func update(_ action: Action) -> [Effect] {
        switch action {
        case .keyPressed(let key): return press(key)
        case .resized(let size): self.size = size
        case .studyLoaded(let study): load(study)
        case .queueChanged(let queue): take(queue)
        case .queueAsked(let change): return askForQueue(change)
        case .messageArrived(let text): message = text
        case .screenChosen(let screen): show(screen)
        case .screenTurned(let places): show(screen.advanced(by: places))
        case .datasetTurned(let places): turnDataset(by: places)
        case .helpAsked: panel = panel?.kind == .help ? nil : Panel(kind: .help)
        case .whyAsked: panel = selectedPoint == nil ? nil : Panel(kind: .why)
        case .commandAsked:
            panel = Panel(kind: .command)
            return [.copy(ViewCommand(self).line)]
        case .barOpened: panel = designs.isEmpty ? nil : Panel(kind: .components)
        case .closed: close()
        case .moved(let direction): move(direction)
        case .paged(let pages): page(by: pages)
        case .movedToEnd(let isLast): moveToEnd(isLast: isLast)
        case .frontierWalked(let towardsMoreCost): walkFrontier(towardsMoreCost: towardsMoreCost)
        case .kneeAsked: selectKnee()
        case .cheapestAsked: selectCheapest()
        case .markToggled: toggleMark()
        case .marksCleared: marks = []
        case .sortColumnTurned(let places): turnSortColumn(by: places)
        case .sortReversed: reverseSorting()
        case .costTurned(let places): setAxes(cost: frontier.cost.advanced(by: places), quality: frontier.quality)
        case .qualityTurned: setAxes(cost: frontier.cost, quality: frontier.quality.advanced(by: 1))
        case .zoomed(let isIn): zoom(isIn: isIn)
        case .viewFitted: fitView()
        case .isolinesToggled: frontier.showsIsolines.toggle()
        case .themeTurned: turnTheme()
        case .percentToggled: bars.showsPercent.toggle()
        case .filterOpened: prompt = FilterPrompt(previous: filter, selection: selection)
        case .budgetOpened: prompt = FilterPrompt(for: .budget, previous: budget, selection: selection)
        case .bestAsked: selectBest()
        case .filterTyped(let text), .pasted(let text): readFilter { $0.insert(text) }
        case .filterEdited(let edit): readFilter { $0.apply(edit) }
        case .filterAccepted: acceptFilter()
        case .presentationAsked: present(tours.first)
        case .tourChosen(let tour): present(tour)
        case .stopTurned(let places): turnStop(by: places)
        case .minutesPassed(let minutes): presentation?.elapsedMinutes = minutes
        case .runAsked: return askForRun()
        case .redrawAsked: return [.redraw]
        case .suspendAsked: return [.suspend]
        case .quitAsked: return [.quit]
        }
        keepInView()
        return []
    }

    /// Does what a key stands for; whoever presses one has read the last message, unless it is to see the same screen again.
    private mutating func press(_ key: Key) -> [Effect] {
        guard let action = KeyBindings.action(for: key, in: self) else { return [] }
        if action != .redrawAsked, action != .suspendAsked { message = "" }
        return update(action)
    }

    private mutating func show(_ screen: Screen) {
        self.screen = screen
        panel = nil
    }

    private mutating func turnTheme() {
        theme = theme.advanced(by: 1)
        message = "colours: \(theme.rawValue)"
    }

    private mutating func close() {
        if let prompt {
            self.prompt = nil
            set(prompt.previous, for: prompt.purpose)
            select(points.position(of: prompt.previousSelection) ?? selectedPosition)
        } else if panel != nil {
            panel = nil
        } else if presentation != nil {
            leavePresentation()
        } else {
            message = ""
        }
    }
}

extension ExplorerState {
    private mutating func readFilter(_ change: (inout FilterPrompt) -> FilterPrompt.Reading) {
        guard var prompt else { return }
        let reading = change(&prompt)
        self.prompt = prompt
        switch reading {
        case .everything: set(nil, for: prompt.purpose)
        case .filter(let filter): set(filter, for: prompt.purpose)
        case .mistake: break
        }
    }

    /// A line with a mistake in it stays open, so that it can be mended.
    private mutating func acceptFilter() {
        guard let prompt, prompt.error == nil else { return }
        self.prompt = nil
        switch prompt.purpose {
        case .filter: message = filter == nil ? "no filter" : "\(points.order.count) of \(points.rows.count) points shown"
        case .budget: message = budget == nil ? "no budget" : "u: the best point that fits"
        }
    }

    private mutating func set(_ filter: Filter?, for purpose: FilterPrompt.Purpose) {
        switch purpose {
        case .filter: setFilter(filter)
        case .budget:
            guard filter != budget else { return }
            budget = filter
            arrange()
        }
    }

    mutating func setFilter(_ filter: Filter?) {
        guard filter != self.filter else { return }
        self.filter = filter
        arrange()
    }
}
