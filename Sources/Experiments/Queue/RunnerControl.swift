import Synchronization

/// Asks a runner to stop, from any thread.
public final class RunnerControl: Sendable {
    /// Why a runner is to stop, and how fast.
    public enum Stop: Int, Hashable, Sendable, Comparable {
        /// It has to leave, as when its terminal is gone: what it runs waits for the next runner.
        case leaving = 1
        /// The person who runs it has had enough: what was asked for here is paused.
        case byHand
        /// Asked again: workers are killed, and go on from their last checkpoint one day.
        case atOnce

        /// Whether one is the lesser of two.
        public static func < (left: Stop, right: Stop) -> Bool { left.rawValue < right.rawValue }
    }

    private let request = Mutex<Stop?>(nil)

    /// Makes a control that asks for nothing.
    public init() {}

    /// Asks the runner to stop. Asked for a second time, it does so at once.
    public func stop(_ stop: Stop) {
        request.withLock { request in request = request == nil ? stop : .atOnce }
    }

    /// What was asked for; nil if nothing was.
    public var requested: Stop? { request.withLock(\.self) }
}
