import DesignSpace
import Foundation
import Precision
import TestSupport
import Testing

@testable import ExperimentStore

@Suite("Watching the queue")
struct QueueWatchTests {
    static let spec = Fixtures.spec(precision: .float32)

    @Test("There is something to see at first and behind each change, by others and by oneself, and nothing between")
    func changes() throws {
        try withStorePath { path in
            let writer = try ExperimentStore.open(at: path, for: .writing)
            let reader = try ExperimentStore.open(at: path, for: .reading)
            var watches = [QueueWatch(writer), QueueWatch(reader)]
            for index in watches.indices { #expect(try watches[index].next() == QueueSnapshot()) }
            for index in watches.indices { #expect(try watches[index].next() == nil) }
            try writer.enqueue(Self.spec)
            for index in watches.indices { #expect(try watches[index].next()?.experiments.map(\.key) == [Self.spec.key]) }
            for index in watches.indices { #expect(try watches[index].next() == nil) }
        }
    }

    @Test("What was looked at ahead is told once, and what has changed since behind it")
    func ahead() throws {
        try withStorePath { path in
            let writer = try ExperimentStore.open(at: path, for: .writing)
            var watch = QueueWatch(try ExperimentStore.open(at: path, for: .reading))
            watch.lookAhead()
            try writer.enqueue(Self.spec)
            #expect(try watch.next() == QueueSnapshot())
            #expect(try watch.next()?.experiments.map(\.key) == [Self.spec.key])
            #expect(try watch.next() == nil)
        }
    }

    @Test("That who works the queue is gone is seen though nobody has written it")
    func killed() throws {
        try withStorePath { path in
            let store = try ExperimentStore.open(at: path, for: .writing)
            try store.enqueue(Self.spec)
            let runner = Process()
            runner.executableURL = URL(filePath: "/bin/sleep")
            runner.arguments = ["600"]
            runner.standardOutput = FileHandle.nullDevice
            runner.standardError = FileHandle.nullDevice
            try runner.run()
            defer { kill(runner.processIdentifier, SIGKILL) }
            let identity = ProcessIdentity(ofProcess: Int(runner.processIdentifier))
            guard case .granted(let lease) = try store.acquireQueue(worksEverything: true, by: identity) else {
                throw ExperimentStore.NotClaimed()
            }
            _ = try store.takeNext(under: lease)
            var watch = QueueWatch(store)
            #expect(try watch.next()?.experiments.map(\.state) == [.running])
            #expect(try watch.next() == nil)
            kill(runner.processIdentifier, SIGKILL)
            let deadline = Deadline.hang
            while identity.isRunning == true, !deadline.hasPassed { usleep(10_000) }
            #expect(try watch.next()?.experiments.map(\.state) == [.waiting])
            #expect(try watch.next() == nil)
        }
    }

    @Test("How far an experiment is, its loss and its epochs are seen by whoever did not start it")
    func progress() throws {
        try withStorePath { path in
            let writer = try ExperimentStore.open(at: path, for: .writing)
            let record = Fixtures.record()
            try writer.enqueue(record.spec)
            let lease = try writer.newLease()
            _ = try writer.takeNext(under: lease)
            try writer.append(Fixtures.epoch(1), under: try writer.newClaim(record))
            let progress = TrainingProgress(
                epoch: 2, epochs: 2, batch: 50, batches: 100, loss: 0.5, imagesPerSecond: 1000, secondsLeft: 5)
            var curve = LossCurve()
            curve.add(LossCurve.Sample(epochs: 0.5, loss: .nan))
            curve.add(progress)
            try writer.note([record.key: (progress, curve)], under: lease)

            let seen = try #require(try ExperimentStore.open(at: path, for: .reading).queue()[record.key])
            #expect(seen.progress == progress)
            #expect(seen.lossCurve == curve)
            #expect(seen.history == [Fixtures.epoch(1)])
            #expect(seen.fraction == 0.75)
            #expect(seen.secondsLeft == 5)
        }
    }
}
