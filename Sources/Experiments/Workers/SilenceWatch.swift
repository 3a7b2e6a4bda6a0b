/// Judges, from what a worker says and computes, whether it hangs.
///
/// Time counts only as it is watched, in steps of a second at most: while the machine sleeps, or while the program that watches is
/// stopped, nobody can be heard, and nobody is silent. A worker that is stopped by a signal does not hang. Silence alone is not enough
/// either: a second question is whether the worker has used any processor time for half of the limit.
struct SilenceWatch {
    /// The most time that one observation adds.
    static let longestStep = Duration.seconds(1)

    private let limits: WorkerLimits

    /// The time since its last word.
    private(set) var silence = Duration.zero

    /// The time since it last computed.
    private var idleness = Duration.zero

    /// The time since it was asked to stop; nil if it was not.
    private var stopping: Duration?

    private var processorTicks: Int?
    private var isWaiting = false

    init(_ limits: WorkerLimits) { self.limits = limits }

    /// Why a worker is given up.
    enum Verdict: Hashable {
        /// It hangs, and was silent for so long.
        case hangs(silence: Duration)
        /// It was asked to stop, and has not.
        case doesNotStop(after: Duration)
    }

    /// Takes note of a word from the worker.
    ///
    /// - Parameter isWaiting: whether it says that it waits for another process, which may take any time.
    mutating func heard(isWaiting: Bool) {
        silence = .zero
        idleness = .zero
        self.isWaiting = isWaiting
    }

    /// Takes note that the worker was asked to stop.
    mutating func askedToStop() { stopping = stopping ?? .zero }

    /// Takes a look at the worker.
    ///
    /// - Parameters:
    ///   - time: the time since the last look.
    ///   - activity: what the system says of it; nil if it says nothing.
    /// - Returns: why the worker is to be given up; nil if it is not.
    mutating func observe(after time: Duration, _ activity: ProcessActivity?) -> Verdict? {
        if activity?.isStopped == true { return nil }
        let step = min(time, Self.longestStep)
        silence += step
        idleness = activity?.processorTicks == processorTicks ? idleness + step : .zero
        processorTicks = activity?.processorTicks
        if let waited = stopping {
            stopping = waited + step
            if waited + step >= limits.stopping { return .doesNotStop(after: waited + step) }
        }
        let isIdle = idleness >= (isWaiting ? limits.silence : limits.silence / 2)
        let isSilent = silence >= (isIdle ? limits.silence : limits.busySilence)
        return isSilent && (isIdle || !isWaiting) ? .hangs(silence: silence) : nil
    }
}
