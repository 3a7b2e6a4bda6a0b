/// Counts the minutes of a tour; while none is shown it asks for no wake-up at all.
struct PresentationClock {
    private var start: ContinuousClock.Instant?

    /// Whole minutes since the tour began.
    var minutes: Int { start.map { Int(($0.duration(to: .now) / .seconds(60)).rounded(.down)) } ?? 0 }

    /// How long until the next minute is full; nil where nothing is presented. The first call of a tour starts the clock.
    mutating func timeout(isPresenting: Bool) -> Duration? {
        guard isPresenting else {
            start = nil
            return nil
        }
        let began = start ?? .now
        start = began
        return max(.zero, ContinuousClock.now.duration(to: began + .seconds(60 * (minutes + 1))))
    }
}
