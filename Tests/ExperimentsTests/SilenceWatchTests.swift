import Testing

@testable import Experiments

@Suite("Telling a worker that hangs from one that is busy, stopped or asleep")
struct SilenceWatchTests {
    private static let limits = WorkerLimits(silence: .seconds(10), stopping: .seconds(20))

    /// Watches for so many seconds, and returns when the worker was given up.
    ///
    /// - Parameter activity: what the system says at each second.
    private func seconds(
        _ watch: inout SilenceWatch, until end: Int, _ activity: (Int) -> ProcessActivity?
    ) -> (second: Int, SilenceWatch.Verdict)? {
        for second in 1...end {
            if let verdict = watch.observe(after: .seconds(1), activity(second)) { return (second, verdict) }
        }
        return nil
    }

    private func idle(_ second: Int) -> ProcessActivity? { ProcessActivity(processorTicks: 5, isStopped: false) }
    private func busy(_ second: Int) -> ProcessActivity? { ProcessActivity(processorTicks: second, isStopped: false) }

    @Test("Silent and idle, it hangs at the limit")
    func idleness() throws {
        var watch = SilenceWatch(Self.limits)
        let found = try #require(seconds(&watch, until: 100, idle))
        #expect(found == (10, .hangs(silence: .seconds(10))))
    }

    @Test("A word begins the silence anew")
    func words() throws {
        var watch = SilenceWatch(Self.limits)
        for _ in 1...20 {
            #expect(seconds(&watch, until: 9, idle) == nil)
            watch.heard(isWaiting: false)
        }
    }

    @Test("Silent and busy, it has ten times as long, and hangs in the end")
    func business() throws {
        var watch = SilenceWatch(Self.limits)
        let found = try #require(seconds(&watch, until: 1000, busy))
        #expect(found == (100, .hangs(silence: .seconds(100))))
    }

    @Test("What was busy a moment ago is asked a second time, for half of the limit")
    func secondQuestion() throws {
        var watch = SilenceWatch(Self.limits)
        let found = try #require(
            seconds(&watch, until: 100) { ProcessActivity(processorTicks: min($0, 8), isStopped: false) })
        #expect(found.second == 13)
    }

    @Test("Waiting for another process, it may be silent for as long as it looks at times")
    func waiting() throws {
        var watch = SilenceWatch(Self.limits)
        watch.heard(isWaiting: true)
        #expect(seconds(&watch, until: 1000) { ProcessActivity(processorTicks: $0 / 5, isStopped: false) } == nil)
        #expect(seconds(&watch, until: 100) { _ in ProcessActivity(processorTicks: 200, isStopped: false) } != nil)
    }

    @Test("Stopped by a signal, it does not hang, however long; nor is it given up when it goes on")
    func stopped() throws {
        var watch = SilenceWatch(Self.limits)
        #expect(seconds(&watch, until: 9, idle) == nil)
        #expect(seconds(&watch, until: 10_000) { _ in ProcessActivity(processorTicks: 5, isStopped: true) } == nil)
        watch.heard(isWaiting: false)
        #expect(seconds(&watch, until: 9, idle) == nil)
    }

    @Test("A step of a program that was itself stopped or asleep counts a second, not hours")
    func asleep() {
        var watch = SilenceWatch(Self.limits)
        for _ in 1...9 { #expect(watch.observe(after: .seconds(36_000), idle(0)) == nil) }
    }

    @Test("Asked to stop, it has a time for that, also if it goes on talking")
    func stopping() throws {
        var watch = SilenceWatch(Self.limits)
        watch.askedToStop()
        var found: (second: Int, SilenceWatch.Verdict)?
        for second in 1...100 where found == nil {
            watch.heard(isWaiting: false)
            watch.askedToStop()
            if let verdict = watch.observe(after: .seconds(1), busy(second)) { found = (second, verdict) }
        }
        #expect(try #require(found) == (20, .doesNotStop(after: .seconds(20))))
    }
}
