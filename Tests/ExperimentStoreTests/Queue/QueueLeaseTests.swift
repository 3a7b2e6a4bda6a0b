import DesignSpace
import GRDB
import Precision
import Testing

@testable import ExperimentStore

@Suite("Who works the queue")
struct QueueLeaseTests {
    static let spec = Fixtures.spec(precision: .float32)

    @Test("One process does, until it gives the lease back")
    func exclusive() throws {
        try withStore { store in
            let lease = try store.newLease()
            let me = ProcessIdentity.current.processIdentifier
            #expect(try store.acquireQueue(worksEverything: false) == .held(processIdentifier: me, worksEverything: true))
            #expect(try store.queue().runner == me)
            try store.renew(lease)
            #expect(try store.release(lease))
            #expect(try store.queue().runner == nil)
            #expect(throws: ExperimentStoreError.queueLost) { try store.renew(lease) }
            _ = try store.newLease()
        }
    }

    @Test("Between what was just put into the queue and who works it, a runner is starting")
    func starting() throws {
        try withStore { store in
            #expect(try !store.queue().isRunnerStarting)
            try store.enqueue(Self.spec)
            #expect(try store.queue().isRunnerStarting)
            let lease = try store.newLease()
            #expect(try !store.queue().isRunnerStarting)
            _ = try store.takeNext(under: lease)
            try store.settle(Self.spec.key, as: .stopped, under: lease)
            try store.release(lease)
            #expect(try !store.queue().isRunnerStarting)
        }
    }

    @Test("A lease is not given back while something could be begun, if only an idle one is to be")
    func onlyIfIdle() throws {
        try withStore { store in
            let lease = try store.newLease()
            try store.enqueue(Self.spec)
            #expect(try !store.release(lease, onlyIfIdle: true))
            try store.pauseQueue()
            #expect(try store.release(lease, onlyIfIdle: true))
        }
    }

    @Test("Where who worked the queue is gone, what ran is seen to wait, and what is wished for it is done at once")
    func left() throws {
        try withStore { store in
            let specs = (1...4).map { Fixtures.spec(seed: $0, precision: .float32) }
            guard case .granted(let dead) = try store.acquireQueue(worksEverything: true, by: Fixtures.deadProcess) else {
                throw ExperimentStore.NotClaimed()
            }
            try store.enqueue(specs.map { QueueEntry($0) })
            for spec in specs {
                _ = try store.takeNext(under: dead)
                try store.noteWorker(1, of: spec.key, under: dead)
            }
            let queue = try store.queue()
            #expect(queue.runner == nil)
            #expect(queue.experiments.allSatisfy { $0.state == .waiting && $0.worker == nil })
            #expect(queue.experiments.allSatisfy { $0.reason?.contains("from its last checkpoint") == true })
            try store.cancel(specs[0].key)
            try store.pause(specs[1].key)
            try store.retry(specs[2].key)
            #expect(try specs.map { try store.state($0) } == [.cancelled, .paused, .waiting, .waiting])
            #expect(try store.queue().experiments.map(\.request) == [nil, nil, nil, nil])
            // The workers that may still be there are known all the same.
            #expect(try store.newLease().leftovers.count == 3)
            #expect(try store.state(specs[3]) == .waiting)
        }
    }

    @Test("Of a process that is gone, the next takes over: what it ran waits again, with what was asked for done")
    func takenOver() throws {
        try withStore { store in
            let specs = (1...3).map { Fixtures.spec(seed: $0, precision: .float32) }
            guard case .granted(let dead) = try store.acquireQueue(worksEverything: true, by: Fixtures.deadProcess) else {
                throw ExperimentStore.NotClaimed()
            }
            // Whoever holds the lease may write, whether or not it is alive.
            try store.enqueue(specs.map { QueueEntry($0) })
            for spec in specs {
                #expect(try store.takeNext(under: dead)?.key == spec.key)
                try store.noteWorker(spec == specs[0] ? 1 : 4_000_000, of: spec.key, under: dead)
            }
            try store.pause(specs[1].key)
            try store.cancel(specs[2].key)
            let lease = try store.newLease()
            #expect(lease.leftovers.map(\.processIdentifier) == [1])
            #expect(lease.leftovers.allSatisfy { $0.isRunning })
            #expect(try specs.map { try store.state($0) } == [.waiting, .paused, .cancelled])
            #expect(try store.queue()[specs[0].key]?.attempts == 0)
            #expect(throws: ExperimentStoreError.queueLost) { try store.takeNext(under: dead) }
            #expect(throws: ExperimentStoreError.queueLost) { try store.settle(specs[0].key, as: .done, under: dead) }
        }
    }

    @Test("A process that cannot be seen holds the lease as long as it gives signs of life")
    func hidden() throws {
        try withStore { store in
            guard case .granted = try store.acquireQueue(worksEverything: true, by: Fixtures.hiddenProcess) else {
                throw ExperimentStore.NotClaimed()
            }
            #expect(
                try store.acquireQueue(worksEverything: false) == .held(processIdentifier: 77, worksEverything: true))
            try store.database.write { database in
                try database.execute(
                    sql: "UPDATE queue_lease SET heartbeat_unix_seconds = heartbeat_unix_seconds - ?",
                    arguments: [ExperimentStore.longestSilence])
            }
            _ = try store.newLease()
        }
    }
}
