import GRDB

/// A connection to a store, which is closed once nobody needs it.
final class Connection: Sendable {
    let queue: DatabaseQueue

    init(queue: DatabaseQueue) { self.queue = queue }

    deinit {
        try? queue.close()
        // What is left of a closed connection, some kilobytes, is never freed: with it would go a dispatch queue that has a value of its
        // own, which Dispatch frees on another thread, and from then on a thread of Dispatch's wakes up once a second.
        _ = Unmanaged.passRetained(queue)
    }
}
