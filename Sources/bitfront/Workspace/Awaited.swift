import Foundation
import Synchronization

/// A value that a thread of its own makes, for whoever waits for it.
final class Awaited<Value: Sendable>: Sendable {
    private let made: Mutex<Value?>
    private let isMade = DispatchSemaphore(value: 0)

    /// One that is there already.
    init(made value: Value) { made = Mutex(value) }

    /// Begins to make it.
    init(_ make: @escaping @Sendable () -> Value) {
        made = Mutex(nil)
        Thread.detachNewThread { [self] in
            let value = make()
            made.withLock { $0 = value }
            isMade.signal()
        }
    }

    /// The value, for which this waits.
    var value: Value {
        while true {
            if let value = made.withLock(\.self) { return value }
            isMade.wait()
            // For the next who waits.
            isMade.signal()
        }
    }
}
