import Foundation

/// Passes the signals that ask a program to end on to something that can end well.
final class StopSignals {
    private static let numbers = [SIGINT, SIGTERM, SIGHUP]
    private let sources: [any DispatchSourceSignal]

    /// Listens until `end`; `stop` is called with the signal's number on a queue of its own.
    init(stop: @escaping @Sendable (Int32) -> Void) {
        sources = Self.numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { stop(number) }
            source.activate()
            return source
        }
    }

    /// Ends listening: from now on these signals end the process, as they do by default.
    func end() {
        for source in sources { source.cancel() }
        for number in Self.numbers { signal(number, SIG_DFL) }
    }
}
