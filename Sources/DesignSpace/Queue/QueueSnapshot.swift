/// The whole queue at a moment.
public struct QueueSnapshot: Hashable, Sendable {
    /// The experiments in the order in which they are begun: by priority, then by position.
    public var experiments: [QueuedExperiment]

    /// The process that works the queue; nil if none does.
    public var runner: Int?

    /// Whether the queue as a whole is paused: what runs goes on, nothing is begun.
    public var isPaused: Bool

    /// The number of entries that cannot be read: damaged ones, and those of another version of the program.
    public var unreadable: Int

    /// Whether nobody works the queue yet, but something was put into it a moment ago, so that whoever did is starting who works it.
    public var isRunnerStarting = false

    /// Makes a snapshot; of an empty queue by default.
    public init(experiments: [QueuedExperiment] = [], runner: Int? = nil, isPaused: Bool = false, unreadable: Int = 0) {
        self.experiments = experiments
        self.runner = runner
        self.isPaused = isPaused
        self.unreadable = unreadable
    }

    /// The experiment of a key; nil if it is not in the queue.
    public subscript(key: String) -> QueuedExperiment? { experiments.first { $0.key == key } }

    /// The experiment in the queue that measures a design point; one that is to be run before one that has been.
    public func experiment(measuring point: DesignPoint) -> QueuedExperiment? {
        let ours = experiments.filter { $0.spec.point == point }
        return ours.first { $0.state == .running } ?? ours.first(where: \.state.isPending) ?? ours.last
    }

    /// The seconds within which who puts an experiment into the queue has begun to work it, or has started who does.
    static let longestStart = 5

    /// Whether nobody works the queue, and something that was never begun was put into it so short a time ago that somebody is about to.
    ///
    /// - Parameter now: the time, in seconds since 1970.
    public func expectsRunner(at now: Int) -> Bool {
        guard runner == nil, !isPaused else { return false }
        return experiments.contains { one in
            let (age, overflow) = now.subtractingReportingOverflow(one.addedAt)
            return one.state == .waiting && one.startedAt == nil && !overflow && (0...Self.longestStart).contains(age)
        }
    }

    /// The number of experiments in a state.
    public func count(_ state: QueuedExperiment.State) -> Int { experiments.count { $0.state == state } }

    /// The time until everything is done that is waiting or running, in seconds, one experiment after the other; nil if nothing is known
    /// of one of them.
    public var secondsLeft: Double? {
        let pending = experiments.filter { $0.state == .running || $0.state == .waiting }
        let known = pending.compactMap(\.secondsLeft)
        return known.count == pending.count ? known.reduce(0, +) : nil
    }
}
