/// The right to work the queue, held by one process at a time until it gives it back or is gone.
public struct QueueLease: Hashable, Sendable {
    /// What tells this lease from earlier and later ones.
    let token: String

    /// Workers that a process left running that held the lease before and is gone.
    public let leftovers: [LeftoverWorker]
}

/// What came of asking for the lease.
public enum LeaseOutcome: Hashable, Sendable {
    /// The caller is to work the queue.
    case granted(QueueLease)
    /// Another process works it; `worksEverything` tells whether until nothing is left to do, or only until its own experiments are done.
    case held(processIdentifier: Int, worksEverything: Bool)
}

/// A worker whose runner is gone; it stops at its next checkpoint by itself unless it hangs.
public struct LeftoverWorker: Hashable, Sendable {
    let identity: ProcessIdentity

    /// Its process number.
    public var processIdentifier: Int { identity.processIdentifier }

    /// Whether it is still there; false if that cannot be seen.
    public var isRunning: Bool { identity.isRunning ?? false }
}

/// What became of an experiment whose worker has ended.
public enum QueueSettlement: Hashable, Sendable {
    /// Its result is in the store.
    case done
    /// It stopped at a checkpoint: it is paused or cancelled if somebody asked for that, else waits again.
    case stopped
    /// It stopped at a checkpoint because the person who runs the queue said so: it is paused unless somebody asked to cancel it.
    case stoppedByHand
    /// The worker crashed, was killed or hung: it waits again, unless it was begun too often already.
    case broken(reason: String)
    /// The worker said why it cannot be run.
    case failed(reason: String)
}
