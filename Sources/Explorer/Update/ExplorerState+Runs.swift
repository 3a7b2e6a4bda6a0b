import DesignSpace

extension ExplorerState {
    /// The position in the queue of the experiment under the cursor; nil if the queue is empty.
    var queueCursor: Int? {
        if let key = runs.key, let position = queue.experiments.firstIndex(where: { $0.key == key }) { return position }
        return firstQueueCursor
    }

    /// Where the cursor is until it is moved: at what is running, or else waits, or else was run.
    var firstQueueCursor: Int? {
        let all = queue.experiments
        return all.firstIndex { $0.state == .running } ?? all.firstIndex(where: \.state.isPending) ?? (all.isEmpty ? nil : 0)
    }

    /// The experiment under the cursor.
    var queuedExperiment: QueuedExperiment? { queueCursor.map { queue.experiments[$0] } }

    /// What stands in the status line and on Runs for as long as there is no store that can be read; nil while there is.
    var storeTrouble: String? { isStoreGone ? "store gone" : isStoreUnreadable ? "store unreadable" : nil }

    /// What is running, in a few words that change seldom; empty for nothing.
    var progress: String {
        if let storeTrouble { return storeTrouble }
        let running = queue.experiments.filter { $0.state == .running }
        let waiting = queue.count(.waiting)
        guard let first = running.first else {
            if queue.isPaused { return "queue paused" + (waiting > 0 ? ", \(waiting) waiting" : "") }
            guard waiting > 0 else { return "" }
            let nobody = queue.isRunnerStarting ? ", a runner is starting" : ", nobody works the queue"
            return "\(waiting) waiting" + (queue.runner == nil ? nobody : "")
        }
        let others = (running.count > 1 ? ", \(running.count - 1) more" : "") + (waiting > 0 ? ", \(waiting) waiting" : "")
        return "training \(first.name) \(Int(first.fraction * 100)) %\(others)"
    }

    /// Whether a queue differs from the known one in nothing but how far the experiments are.
    public func isOnlyFurther(in queue: QueueSnapshot) -> Bool {
        func states(_ queue: QueueSnapshot) -> [String: QueuedExperiment.State] {
            Dictionary(queue.experiments.map { ($0.key, $0.state) }) { first, _ in first }
        }
        return queue.count(.running) > 0 && states(queue) == states(self.queue)
    }

    /// Takes the queue in, and says what has come to its end since.
    mutating func take(_ queue: QueueSnapshot) {
        let before = self.queue
        let cursor = queuedExperiment?.key
        (self.queue, isStoreGone, isStoreUnreadable) = (queue, false, false)
        runs.key = cursor ?? runs.key
        if cursor == nil, screen == .runs { goToSelectedRun() }
        // What was just asked for is what one wants to see there.
        if let wanted = runs.wanted, let one = queue.experiment(measuring: wanted), one.state.isPending {
            (runs.key, runs.wanted) = (one.key, nil)
        }
        for one in queue.experiments {
            guard let old = before[one.key]?.state else { continue }
            if old == .running, one.state == .waiting, queue.runner == nil {
                message = "\(one.name) was interrupted: R on Runs goes on from its last checkpoint"
            } else if old.isPending, !one.state.isPending {
                message = "\(one.name) \(one.state.rawValue)" + (one.reason.map { ": \($0)" } ?? "")
            }
        }
    }

    /// Takes in that the store is gone: what ran has ended, for a worker leaves a store that nobody will find again, and nobody works the
    /// rest.
    mutating func loseStore() {
        runs.key = queuedExperiment?.key ?? runs.key
        isStoreGone = true
        (queue.runner, queue.isRunnerStarting) = (nil, false)
        for index in queue.experiments.indices {
            queue.experiments[index].request = nil
            guard queue.experiments[index].state == .running else { continue }
            (queue.experiments[index].state, queue.experiments[index].reason) = (.failed, "its store is gone")
        }
    }

    /// Whether something can be asked of the store; where it is gone, or cannot be read, says so.
    private mutating func reachesStore() -> Bool {
        if isStoreGone { message = "nothing can be run or changed: the store's file has to come back" }
        if isStoreUnreadable { message = "nothing can be run or changed: the store cannot be read; --store FILE takes another" }
        return storeTrouble == nil
    }

    /// Moves in the queue; the design point of the experiment is selected on every screen.
    mutating func moveInQueue(by places: Int) {
        guard let cursor = queueCursor else { return }
        let one = queue.experiments[min(max(0, cursor + places), queue.experiments.count - 1)]
        runs.key = one.key
        selectPointOfRun()
    }

    /// Selects the design point of the experiment under the cursor, on its data set; where a filter hides it, all stays as it is, for a
    /// selection of something else would take the cursor with it.
    private mutating func selectPointOfRun() {
        guard let one = queuedExperiment, let dataset = datasets.firstIndex(of: one.spec.dataset) else { return }
        let before = self
        if dataset != datasetPosition { turnDataset(by: dataset - datasetPosition) }
        guard let position = row(of: one) else {
            self = before
            return
        }
        select(position)
    }

    /// The position of the shown row that an experiment is of: the one that its run gave, or while it has not, one that says how far it
    /// is, before those that others gave.
    private func row(of one: QueuedExperiment) -> Int? {
        let shown = points.identities.positions(of: one.spec.point).filter { points.place(of: $0) != nil }
        return shown.first { points.rows[$0].runs.contains { $0.key == one.key } } ?? shown.first {
            points.rows[$0].accuracy == nil
        }
            ?? shown.first
    }

    /// Moves the cursor of the queue to the selected point's run, unless it is at one of the point; where it has none, nothing moves.
    mutating func goToSelectedRun() {
        guard let row = selectedPoint, queuedExperiment?.spec.point != row.point else { return }
        if let own = run(of: row) { runs.key = own.key }
    }

    /// The experiment in the queue whose result a row has, or else one that measures its point.
    private func run(of row: EvaluatedPoint) -> QueuedExperiment? {
        let keys = Set(row.runs.map(\.key))
        return queue.experiments.last { keys.contains($0.key) } ?? queue.experiment(measuring: row.point)
    }

    /// The experiment that the cursor stands at when Runs is opened for the first time: the selected point's, else the usual one.
    var openedRun: QueuedExperiment? {
        if let first = firstQueueCursor.map({ queue.experiments[$0] }), first.spec.point == selectedPoint?.point { return first }
        return selectedPoint.flatMap(run) ?? firstQueueCursor.map { queue.experiments[$0] }
    }

    /// Sees to it that what is done on Runs is done to the experiment under the cursor, which is all that one sees selected there.
    ///
    /// - Returns: whether the experiment's design point, or without a queue any, is selected.
    mutating func focusOnRun() -> Bool {
        guard screen == .runs, presentation == nil, let one = queuedExperiment else { return selectedPoint != nil }
        if selectedPoint?.point != one.spec.point { selectPointOfRun() }
        return selectedPoint?.point == one.spec.point
    }

    /// The design point that a run is asked for of.
    var pointToRun: DesignPoint? {
        screen == .runs && presentation == nil ? queuedExperiment?.spec.point ?? selectedPoint?.point : selectedPoint?.point
    }

    /// Asks for a run of the selected point.
    mutating func askForRun() -> [Effect] {
        let said = message
        message = ""
        if let barWithoutPoint {
            message = barWithoutPoint
            return []
        }
        _ = focusOnRun()
        guard let point = pointToRun else {
            message = noPoint ?? ""
            return []
        }
        return askForRun(of: point, isSecond: said == offer(of: point, key: "r"), key: "r")
    }

    /// Asks for a run of a design point, unless it is in the queue already; of one that is measured, if it is asked for twice.
    ///
    /// - Parameters:
    ///   - isSecond: whether it was asked for just before.
    ///   - key: what asks again.
    mutating func askForRun(of point: DesignPoint, isSecond: Bool, key: String) -> [Effect] {
        guard canRun, reachesStore() else { return [] }
        if let one = queue.experiment(measuring: point), one.state.isPending, !isLeft(one) {
            message = "\(one.name) is in the queue: \(one.state.rawValue)"
            return []
        }
        if !isSecond, let offer = offer(of: point, key: key) {
            (message, runs.offered) = (offer, point)
            return []
        }
        runs.wanted = point
        return [.run(point)]
    }

    /// Whether an experiment waits and nobody is there to begin it.
    private func isLeft(_ one: QueuedExperiment) -> Bool {
        one.state == .waiting && queue.runner == nil && !queue.isPaused && !queue.isRunnerStarting
    }

    /// What is said of a measured point that is to be trained; nil for one that is not measured.
    private func offer(of point: DesignPoint, key: String) -> String? {
        let rows = point.dataset == dataset ? points.rows : study.rows(on: point.dataset)
        let measured = rows.filter { $0.point == point && $0.state == .measured }
        // Of several recipes that of the row under the cursor.
        let row = measured.first { $0.index == selectedPoint?.index } ?? measured.first
        guard let accuracy = row?.accuracy else { return nil }
        return "\(point.reference.name) is measured (\(accuracy.origin)): \(key) again trains it by the default recipe"
    }

    /// What is to be done for a wish; a wish that means nothing for the experiment's state is answered with why.
    mutating func askForQueue(_ wish: QueueWish) -> [Effect] {
        guard reachesStore() else { return [] }
        if wish == .pauseOrResumeAll { return [.changeQueue(queue.isPaused ? .resumeAll : .pauseAll)] }
        guard let one = queuedExperiment else {
            message = "the queue is empty: r trains the selected point"
            return []
        }
        guard let change = change(wish, of: one) else {
            message = "\(one.name) is \(one.state.rawValue)"
            return []
        }
        return [.changeQueue(change)]
    }

    private func change(_ wish: QueueWish, of one: QueuedExperiment) -> QueueOrder? {
        switch wish {
        case .pauseOrResume:
            guard one.state.isPending else { return nil }
            return one.state == .paused || one.request == .pause ? .resume(one.key) : .pause(one.key)
        case .cancel: return one.state.isPending ? .cancel(one.key) : nil
        case .retry: return one.state == .done || one.state == .running ? nil : .retry(one.key)
        case .raise, .lower:
            guard one.state.isPending else { return nil }
            let (priority, overflow) = one.priority.addingReportingOverflow(wish == .raise ? 1 : -1)
            return overflow ? nil : .setPriority(priority, of: one.key)
        case .pauseOrResumeAll: return nil
        }
    }
}
