/// How long a worker may be silent before it counts as hung.
public struct WorkerLimits: Hashable, Sendable {
    /// The silence of a worker that does not compute either.
    public var silence: Duration

    /// The silence of a worker that computes: evaluating a large network on a slow machine says nothing for minutes.
    public var busySilence: Duration

    /// The time from being asked to stop to having stopped.
    public var stopping: Duration

    /// Makes limits.
    ///
    /// - Parameter silence: the silence of a worker that does not compute; one that computes may be silent ten times as long.
    public init(silence: Duration = .seconds(120), stopping: Duration = .seconds(120)) {
        self.silence = silence
        busySilence = silence * 10
        self.stopping = stopping
    }
}
