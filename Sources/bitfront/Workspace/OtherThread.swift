import CThreads

/// A thread beside this one.
///
/// Linux puts a new thread beside the one that made it, and may leave it there for the four milliseconds of a tick though another
/// processor is idle, as on a virtual machine whose processors share no cache: a fifth of a start. So it is told to begin elsewhere.
enum OtherThread {
    private final class Work: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Does some work in a thread of its own; in this one if the system has no other to give.
    static func run(_ work: @escaping @Sendable () -> Void) {
        let given = Unmanaged.passRetained(Work(work))
        let begin: @convention(c) (UnsafeMutableRawPointer?) -> Void = { pointer in
            guard let pointer else { return }
            Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
        }
        guard !bf_thread_start(begin, given.toOpaque()) else { return }
        given.takeRetainedValue().run()
    }
}
