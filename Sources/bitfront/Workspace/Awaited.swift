import Foundation
import Synchronization

/// A value that is made once, by whichever thread is the first to ask for it; all others wait.
///
/// Whoever has several to wait for makes those that nobody has begun, so that no more threads than processors share the work.
final class Awaited<Value: Sendable>: Sendable {
    private enum Stage {
        case unmade(@Sendable () -> Value)
        case beingMade
        case made(Value)
    }

    private let stage: Mutex<Stage>
    private let isMade = DispatchSemaphore(value: 0)

    /// One that is there already.
    init(made value: Value) { stage = Mutex(.made(value)) }

    /// One to be made by whoever asks.
    init(_ make: @escaping @Sendable () -> Value) { stage = Mutex(.unmade(make)) }

    /// Makes it in a thread of its own, unless somebody has.
    func begin() { OtherThread.run { [self] in _ = value } }

    /// The value, which this makes or waits for.
    var value: Value {
        let make = stage.withLock { stage -> (@Sendable () -> Value)? in
            guard case .unmade(let make) = stage else { return nil }
            stage = .beingMade
            return make
        }
        if let make {
            let value = make()
            stage.withLock { $0 = .made(value) }
            isMade.signal()
            return value
        }
        while true {
            if case .made(let value) = stage.withLock(\.self) { return value }
            isMade.wait()
            // For the next who waits.
            isMade.signal()
        }
    }
}
