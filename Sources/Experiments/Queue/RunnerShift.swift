import DesignSpace
import ExperimentStore
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The work of a runner from moment to moment.
struct RunnerShift {
    /// The time between two notes of how far experiments are.
    private static let noteInterval = Duration.seconds(4)

    /// The time between two signs of life in the lease.
    private static let renewalInterval = Duration.seconds(20)

    let runner: QueueRunner
    private var lease: QueueLease?
    private var watch: QueueWatch
    private var snapshot = QueueSnapshot()
    private var running: [String: RunningExperiment] = [:]
    private var lastNote = SuspendingClock.now
    private var lastRenewal = SuspendingClock.now
    private var announcedHolder: Int?

    init(_ runner: QueueRunner) {
        self.runner = runner
        watch = QueueWatch(runner.store)
    }

    private var store: ExperimentStore { runner.store }
    private var stop: RunnerControl.Stop? { runner.control.requested }

    /// The time until the next step.
    var pause: Duration { running.isEmpty && lease == nil ? .milliseconds(250) : .milliseconds(50) }

    /// Does what there is to do at this moment.
    ///
    /// - Returns: how the work has ended; nil if it goes on.
    mutating func step(_ report: (RunnerReport) -> Void) throws(ExperimentStoreError) -> RunnerEnding? {
        if let changed = try watch.next() {
            snapshot = changed
            report(.changed(changed))
        }
        if lease == nil { lease = try acquired(report) }
        guard let lease else { return endingOfAWatch() }
        try listen(under: lease, report)
        if let stop {
            for one in running.values { stop == .atOnce ? one.kill() : one.stop() }
            return running.isEmpty ? try leave(lease) : nil
        }
        for (key, one) in running where snapshot[key]?.request != nil { one.stop() }
        try begin(under: lease, report)
        return try complete(under: lease)
    }

    /// Stops every worker, because the store cannot be used any more.
    mutating func abandon() async {
        for one in running.values { one.worker.stop() }
        for one in running.values { _ = try? await one.worker.ending() }
        if let lease { _ = try? store.release(lease) }
        running = [:]
    }

    private mutating func acquired(_ report: (RunnerReport) -> Void) throws(ExperimentStoreError) -> QueueLease? {
        guard stop == nil else { return nil }
        switch try store.acquireQueue(worksEverything: runner.scope == .everything) {
        case .granted(let lease):
            for leftover in lease.leftovers { end(leftover) }
            return lease
        case .held(let holder, let worksEverything):
            if runner.scope == .everything, worksEverything {
                announcedHolder = holder
                isAlreadyWorked = true
            } else if announcedHolder != holder {
                announcedHolder = holder
                report(.workedElsewhere(processIdentifier: holder))
            }
            return nil
        }
    }

    private var isAlreadyWorked = false

    /// A worker that nobody listens to stops at a checkpoint; one that has not after the time for that hangs.
    private func end(_ leftover: LeftoverWorker) {
        let patience = runner.settings.limits.stopping
        Task {
            try await Task.sleep(for: patience, clock: .suspending)
            if leftover.isRunning { kill(pid_t(leftover.processIdentifier), SIGKILL) }
        }
    }

    private func endingOfAWatch() -> RunnerEnding? {
        if stop != nil { return .stopped }
        if isAlreadyWorked, let announcedHolder { return .alreadyWorked(processIdentifier: announcedHolder) }
        guard let keys = runner.scope.keys else { return nil }
        return isOver(keys) ? .complete : nil
    }
}

extension RunnerShift {
    /// Passes on what workers say, writes it down, and settles those that have ended.
    private mutating func listen(
        under lease: QueueLease, _ report: (RunnerReport) -> Void
    ) throws(ExperimentStoreError) {
        for (key, one) in running {
            // First the question: what it said before it ended is there then.
            let ending = one.ending
            for event in one.takeEvents() { report(.said(key: key, event)) }
            guard let ending else { continue }
            if let progress = one.takeProgress() { try store.note([key: progress], under: lease) }
            running[key] = nil
            let settlement = settlement(of: one, ending)
            let error = if case .failure(let error) = ending { error } else { ExperimentsError?.none }
            report(.settled(key: key, try store.settle(key, as: settlement, under: lease), error))
        }
        let now = SuspendingClock.now
        if now - lastNote >= Self.noteInterval {
            lastNote = now
            try store.note(running.compactMapValues { $0.takeProgress() }, under: lease)
        }
        if now - lastRenewal >= Self.renewalInterval {
            lastRenewal = now
            try store.renew(lease)
        }
    }

    private func settlement(
        of one: RunningExperiment, _ ending: Result<Worker.Ending, ExperimentsError>
    ) -> QueueSettlement {
        let isOurs = runner.scope.keys?.contains(one.experiment.key) ?? false
        switch ending {
        case .success(.complete): return .done
        case .success(.interrupted):
            // Nobody here has asked it to stop: who did so by hand does not want it to begin again.
            if !one.isAskedToStop { return .stoppedByHand }
        case .failure(let error):
            guard error.isWorthAnotherAttempt else { return .failed(reason: error.description) }
            if stop == nil, !one.isAskedToStop { return .broken(reason: error.description) }
        }
        return stop ?? .leaving > .leaving && isOurs ? .stoppedByHand : .stopped
    }

    /// Starts workers until there are as many as there may be.
    private mutating func begin(under lease: QueueLease, _ report: (RunnerReport) -> Void) throws(ExperimentStoreError) {
        while running.count < runner.settings.jobs,
            let next = try store.takeNext(under: lease, scope: runner.scope.keys)
        {
            do throws(ExperimentsError) {
                let one = try RunningExperiment(
                    next, runner.settings.command(for: next, store: store.path), limits: runner.settings.limits)
                running[next.key] = one
                report(.began(next))
            } catch {
                let state = try store.settle(next.key, as: .failed(reason: error.description), under: lease)
                report(.settled(key: next.key, state, error))
                continue
            }
            if let worker = running[next.key]?.worker {
                try store.noteWorker(worker.processIdentifier, of: next.key, under: lease)
            }
        }
    }

    /// Gives the lease back if there is nothing left to do.
    private mutating func complete(under lease: QueueLease) throws(ExperimentStoreError) -> RunnerEnding? {
        guard let keys = runner.scope.keys else {
            guard running.isEmpty, try store.release(lease, onlyIfIdle: true) else { return nil }
            self.lease = nil
            return .complete
        }
        // What has been written since the last look counts as well.
        if running.keys.contains(where: keys.contains) { return nil }
        if let changed = try watch.next() { snapshot = changed }
        guard isOver(keys) else { return nil }
        // Others' experiments, begun because they had priority, go back to where the next runner finds them.
        for one in running.values { one.stop() }
        guard running.isEmpty else { return nil }
        try store.release(lease)
        self.lease = nil
        return .complete
    }

    private mutating func leave(_ lease: QueueLease) throws(ExperimentStoreError) -> RunnerEnding {
        if let stop, stop > .leaving, let keys = runner.scope.keys { try store.pauseWaiting(keys) }
        try store.release(lease)
        self.lease = nil
        return .stopped
    }

    /// Whether experiments have come to their end, or cannot go on because somebody has paused them or what they start from.
    private func isOver(_ keys: Set<String>) -> Bool {
        let ours = snapshot.experiments.filter { keys.contains($0.key) }
        return ours.allSatisfy { one in
            switch one.state {
            case .running: false
            case .waiting: one.parentKey.flatMap { snapshot[$0] }?.state == .paused
            default: true
            }
        }
    }
}
