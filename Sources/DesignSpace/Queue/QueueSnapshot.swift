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
