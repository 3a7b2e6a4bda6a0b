/// A time by which something has to have happened.
public struct Deadline: Sendable {
    /// The one that whatever waits for something to happen has: what has not happened by then never will.
    ///
    /// It is there to notice what hangs, never to judge what is slow: all tests run at once, on machines that do other work besides,
    /// where what takes a second alone has taken minutes. It is below the limit for the whole run (Scripts/run-tests), at which no test
    /// gets to say what it has waited for.
    public static var hang: Deadline { Deadline(in: .seconds(600)) }

    private let end: ContinuousClock.Instant

    private init(in time: Duration) { end = .now + time }

    /// Whether it is over.
    public var hasPassed: Bool { ContinuousClock.now >= end }

    /// Asks again and again, a few milliseconds apart, until there is an answer.
    ///
    /// - Returns: the answer; nil if there was none by the deadline, at which it was asked a last time.
    public func poll<Answer>(
        isolation: isolated (any Actor)? = #isolation, _ ask: () async throws -> Answer?
    ) async throws -> Answer? {
        while true {
            let isLast = hasPassed
            if let answer = try await ask() { return answer }
            if isLast { return nil }
            try await Task.sleep(for: .milliseconds(10))
        }
    }
}
