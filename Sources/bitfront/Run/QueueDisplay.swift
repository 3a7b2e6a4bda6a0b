import DesignSpace
import Experiments
import Foundation
import Recipes

/// Shows on standard error how the queue is worked: on a terminal a line for each running experiment and one for the queue, elsewhere
/// plain lines.
struct QueueDisplay {
    private static let smallestInterval = Duration.milliseconds(100)

    private let isPlain: Bool
    private let scope: RunnerScope
    private var block = ProgressBlock()
    private var snapshot = QueueSnapshot()
    /// What this process's own workers last said of their progress, which the store learns later.
    private var progress: [String: TrainingProgress] = [:]
    /// The images over which finished training is held against its inference in integers, done and in all.
    private var examined: [String: (done: Int, images: Int)] = [:]
    private var lastDrawing: SuspendingClock.Instant?

    /// - Parameter isPlain: whether bars are drawn in ASCII.
    init(scope: RunnerScope, isPlain: Bool) {
        self.scope = scope
        self.isPlain = isPlain || !Self.isUTF8
    }

    /// Shows what a runner tells.
    mutating func show(_ report: RunnerReport) {
        switch report {
        case .workedElsewhere(let process):
            say("process \(process) works the queue: this one follows it, and takes over when it ends")
        case .began(let one):
            let attempt = one.attempts > 1 ? ", attempt \(one.attempts)" : ""
            say("\(Self.name(of: one.spec)), recipe \(one.spec.recipe.name)\(attempt)")
        case .said(let key, let event): show(event, of: key)
        case .settled(let key, let state, let error): settle(key, state, error)
        case .changed(let changed): follow(changed)
        }
        // Progress comes again soon; what has ended says so once.
        if case .said = report { draw(isUrgent: false) } else { draw(isUrgent: true) }
    }

    /// Takes the block away.
    mutating func clear() { block.clear() }

    private mutating func show(_ event: TrainingEvent, of key: String) {
        switch event {
        case .progress(let progress): self.progress[key] = progress
        case .evaluation(.progress(_, let done, let images)): examined[key] = (done, images)
        // Said when its worker has ended, with what follows from it.
        case .failed, .interrupted: break
        default:
            guard let line = ProgressText.line(for: event) else { return }
            let isAlone = scope.keyCount == 1
            say(isAlone ? line : (snapshot[key].map { "\(Self.name(of: $0.spec)): " } ?? "") + line)
        }
    }

    private mutating func settle(_ key: String, _ state: QueuedExperiment.State, _ error: ExperimentsError?) {
        progress[key] = nil
        examined[key] = nil
        guard state != .done, let spec = snapshot[key]?.spec else { return }
        let reason = error.map { ": \($0.description)" } ?? ""
        say("\(Self.name(of: spec)) \(Self.words(for: state))\(reason)")
    }

    /// Says what has become of experiments that another process runs.
    private mutating func follow(_ changed: QueueSnapshot) {
        if changed.isPaused, !snapshot.isPaused || lastDrawing == nil {
            say("the queue is paused, so that nothing is begun: 'bitfront queue resume' ends that")
        }
        if let runner = changed.runner, runner != Int(getpid()) {
            for one in changed.experiments {
                let before = snapshot[one.key]
                guard let before, before.state != one.state, scope.includes(one.key) else { continue }
                if one.state == .running { say("\(Self.name(of: one.spec)) begun by process \(runner)") }
                if !one.state.isPending { say("\(Self.name(of: one.spec)) \(Self.words(for: one.state))") }
            }
        }
        snapshot = changed
    }

    private mutating func say(_ line: String) {
        block.clear()
        lastDrawing = nil
        Diagnostics.write(line)
    }

    private mutating func draw(isUrgent: Bool) {
        let now = SuspendingClock.now
        if let last = lastDrawing, !isUrgent, now - last < Self.smallestInterval { return }
        lastDrawing = now
        guard block.isShown else { return }
        let width = ProgressBlock.columns - 1
        var lines = snapshot.experiments.filter { $0.state == .running }.map { one in
            let name = Self.name(of: one.spec)
            if let (done, images) = examined[one.key] {
                return "\(name)  inference in integers: \(done) of \(images.counted("image"))"
            }
            guard let progress = progress[one.key] ?? one.progress else { return "\(name)  starting" }
            return "\(name)  " + ProgressText.bar(progress, width: max(10, width - name.count - 2), ascii: isPlain)
        }
        if let summary = summary { lines.append(summary) }
        block.draw(lines)
    }

    /// The queue in a line; nil where a bar says it all.
    private var summary: String? {
        let (running, waiting) = (snapshot.count(.running), snapshot.count(.waiting))
        guard running + waiting > 1 || running == 0 && waiting > 0 else { return nil }
        var parts = ["\(running) running", "\(waiting) waiting"]
        for (state, word) in [(QueuedExperiment.State.paused, "paused"), (.failed, "failed")] where snapshot.count(state) > 0 {
            parts.append("\(snapshot.count(state)) \(word)")
        }
        if snapshot.isPaused {
            parts.append("nothing is begun until 'bitfront queue resume'")
        } else if let seconds = snapshot.secondsLeft {
            parts.append("about \(ProgressText.time(seconds)) left")
        }
        return "queue: " + parts.joined(separator: ", ")
    }

    private static func name(of spec: ExperimentSpec) -> String {
        "\(spec.point.reference.name) on \(spec.dataset)" + (spec.seed == 1 ? "" : ", seed \(spec.seed)")
    }

    private static func words(for state: QueuedExperiment.State) -> String {
        switch state {
        case .waiting: "stopped, and waits to go on"
        case .running: "is running"
        case .paused: "stopped; it goes on from its last checkpoint"
        case .cancelled: "cancelled"
        case .done: "done"
        case .failed: "failed"
        }
    }

    private static var isUTF8: Bool {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
    }
}
