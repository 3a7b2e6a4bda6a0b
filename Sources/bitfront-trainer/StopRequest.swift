import Foundation
import Synchronization

/// Whether somebody has asked the worker to stop: by SIGTERM, by SIGINT, or by being gone.
enum StopRequest {
    private static let flag = Atomic<Bool>(false)

    /// Whether the worker is to stop at its next checkpoint.
    static var isMade: Bool { flag.load(ordering: .relaxed) }

    /// Listens for requests from now on.
    ///
    /// - Parameter toInput: whether the end of standard input is one. A pipe from the program that started the worker ends when that
    ///   program does, however it does, which no signal would tell.
    static func listen(toInput: Bool) {
        // Before a handler can run: making the flag is more than a handler may do, setting it is not.
        flag.store(false, ordering: .relaxed)
        // Whoever read the events may be gone: the checkpoint still has to be written.
        signal(SIGPIPE, SIG_IGN)
        for number in [SIGTERM, SIGINT] {
            signal(number) { _ in StopRequest.flag.store(true, ordering: .relaxed) }
        }
        guard toInput else { return }
        Thread.detachNewThread {
            var byte: UInt8 = 0
            while true {
                let count = read(STDIN_FILENO, &byte, 1)
                if count == 0 || (count < 0 && errno != EINTR) { break }
            }
            flag.store(true, ordering: .relaxed)
        }
    }
}
