import DesignSpace

/// What a runner tells of its work, for a person to follow it.
public enum RunnerReport: Hashable, Sendable {
    /// Another process works the queue; this one watches, and takes over should that be gone.
    case workedElsewhere(processIdentifier: Int)
    /// A worker was started.
    case began(QueuedExperiment)
    /// A worker of this runner has said something.
    case said(key: String, TrainingEvent)
    /// A worker of this runner has ended; with the reason if that is an error.
    case settled(key: String, QueuedExperiment.State, ExperimentsError?)
    /// The queue has changed, by whomever.
    case changed(QueueSnapshot)
}

/// What a runner works for.
public enum RunnerScope: Hashable, Sendable {
    /// Until nothing is left that could be begun.
    case everything
    /// Until these experiments have come to their end, by this process or by another.
    case experiments(Set<String>)

    /// The number of experiments; nil for everything.
    public var keyCount: Int? { keys?.count }

    /// Whether an experiment belongs to it.
    public func includes(_ key: String) -> Bool { keys?.contains(key) ?? true }

    /// The keys; nil for everything.
    var keys: Set<String>? {
        if case .experiments(let keys) = self { keys } else { nil }
    }
}

/// How a runner's work ends.
public enum RunnerEnding: Hashable, Sendable {
    /// What it was there for has come to its end.
    case complete
    /// It was asked to stop.
    case stopped
    /// Another process works the queue until nothing is left.
    case alreadyWorked(processIdentifier: Int)
}
