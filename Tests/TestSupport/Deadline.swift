/// A time by which something has to have happened.
public struct Deadline: Sendable {
    private let end: ContinuousClock.Instant

    /// Sets a deadline that many seconds ahead.
    public init(in time: Duration) { end = .now + time }

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
