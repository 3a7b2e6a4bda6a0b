import DesignSpace
import GRDB
import Precision
import Testing

@testable import ExperimentStore

@Suite("Changing the queue")
struct QueueControlTests {
    static let parent = Fixtures.spec(precision: .float32)
    static let child = Fixtures.spec(precision: .fixed8)

    /// Brings an experiment into a state.
    private func put(_ state: QueuedExperiment.State, in store: ExperimentStore) throws {
        try store.database.write {
            try $0.execute(sql: "UPDATE queue SET state = ? WHERE key = ?", arguments: [state.rawValue, Self.parent.key])
        }
    }

    @Test(
        "Each change leads from the states that allow for it, and no other",
        arguments: [
            ("pause", [.waiting: .paused, .running: .running, .paused: .paused]),
            ("resume", [.waiting: .waiting, .running: .running, .paused: .waiting]),
            ("cancel", [.waiting: .cancelled, .running: .running, .paused: .cancelled, .cancelled: .cancelled]),
            (
                "retry",
                [.waiting: .waiting, .running: .running, .paused: .waiting, .cancelled: .waiting, .failed: .waiting]
            ), ("priority", [.waiting: .waiting, .running: .running, .paused: .paused]),
        ] as [(String, [QueuedExperiment.State: QueuedExperiment.State])])
    func changes(name: String, allowed: [QueuedExperiment.State: QueuedExperiment.State]) throws {
        try withStore { store in
            _ = try store.newLease()
            for state in QueuedExperiment.State.allCases {
                try store.enqueue(Self.parent)
                try put(state, in: store)
                let change: () throws -> Void = {
                    switch name {
                    case "pause": try store.pause(Self.parent.key)
                    case "resume": try store.resume(Self.parent.key)
                    case "cancel": try store.cancel(Self.parent.key)
                    case "retry": try store.retry(Self.parent.key)
                    default: try store.setPriority(7, of: Self.parent.key)
                    }
                }
                if let after = allowed[state] {
                    try change()
                    #expect(try store.state(Self.parent) == after, "\(name) \(state)")
                } else {
                    #expect(throws: ExperimentStoreError.self) { try change() }
                    #expect(try store.state(Self.parent) == state, "\(name) \(state)")
                }
            }
        }
    }

    @Test("What is not in the queue cannot be changed")
    func absent() throws {
        try withStore { store in
            let error = ExperimentStoreError.notInQueue(key: Self.parent.key)
            #expect(throws: error) { try store.pause(Self.parent.key) }
            #expect(throws: error) { try store.setPriority(1, of: Self.parent.key) }
            #expect(error.cause == .request)
        }
    }

    @Test("Nothing is begun while the whole queue is paused")
    func wholeQueue() throws {
        try withStore { store in
            try store.enqueue(Self.parent)
            try store.pauseQueue()
            #expect(try store.queue().isPaused)
            let lease = try store.newLease()
            #expect(try store.takeNext(under: lease) == nil)
            try store.resumeQueue()
            #expect(try store.takeNext(under: lease)?.key == Self.parent.key)
        }
    }

    @Test("Cancelled or failed, a parent takes with it what starts from its weights; retrying that retries both")
    func children() throws {
        try withStore { store in
            try store.enqueue(Self.parent, Self.child)
            try store.cancel(Self.parent.key)
            #expect(try store.state(Self.child) == .cancelled)
            #expect(try store.queue()[Self.child.key]?.reason?.contains("cancelled") == true)
            try store.retry(Self.child.key)
            #expect(try store.state(Self.parent) == .waiting)
            let lease = try store.newLease()
            _ = try store.takeNext(under: lease)
            #expect(try store.settle(Self.parent.key, as: .failed(reason: "no data"), under: lease) == .failed)
            #expect(try store.state(Self.child) == .failed)
        }
    }

    @Test("A parent that was queued for nothing but what is cancelled goes with it, and comes back with it")
    func parentAlone() throws {
        try withStore { store in
            try store.enqueue([QueueEntry(Self.parent, isForOthers: true), QueueEntry(Self.child)])
            try store.cancel(Self.child.key)
            #expect(try store.state(Self.parent) == .cancelled)
            let reason = try #require(try store.queue()[Self.child.key]?.reason)
            #expect(reason.contains("/float32, queued for nothing else, is cancelled with it"), "\(reason)")
            try store.retry(Self.child.key)
            #expect(try store.state(Self.parent) == .waiting)
        }
    }

    @Test("A parent that has begun goes on when what it was queued for is cancelled, and that is said", arguments: [true, false])
    func parentBegun(isRunning: Bool) throws {
        try withStore { store in
            try store.enqueue([QueueEntry(Self.parent, isForOthers: true), QueueEntry(Self.child)])
            let lease = try store.newLease()
            _ = try store.takeNext(under: lease)
            if !isRunning { try store.settle(Self.parent.key, as: .stopped, under: lease) }
            try store.cancel(Self.child.key)
            #expect(try store.state(Self.child) == .cancelled)
            #expect(try store.state(Self.parent) == (isRunning ? .running : .waiting))
            let reason = try #require(try store.queue()[Self.child.key]?.reason)
            #expect(reason.contains("/float32, whose weights it was to start from, had begun"), "\(reason)")
        }
    }

    @Test("A parent stays that somebody has asked for, before or after, or that another experiment needs", arguments: 0..<4)
    func parentWanted(why: Int) throws {
        try withStore { store in
            let other = Fixtures.spec(precision: .binary)
            if why == 0 { try store.enqueue(Self.parent) }
            try store.enqueue([QueueEntry(Self.parent, isForOthers: why != 1), QueueEntry(Self.child)])
            if why == 2 { try store.enqueue(Self.parent) }
            if why == 3 { try store.enqueue(other) }
            try store.cancel(Self.child.key)
            #expect(try store.state(Self.parent) == .waiting && store.state(Self.child) == .cancelled)
            #expect(try store.queue()[Self.child.key]?.reason == nil)
            guard why == 3 else { return }
            try store.cancel(other.key)
            #expect(try store.state(Self.parent) == .cancelled)
        }
    }

    @Test(
        "What becomes of what was running is what was asked for, as far as it has not ended",
        arguments: [
            (QueuedExperiment.Request?.none, QueueSettlement.stopped, QueuedExperiment.State.waiting),
            (nil, .stoppedByHand, .paused), (nil, .done, .done), (nil, .failed(reason: "x"), .failed),
            (nil, .broken(reason: "x"), .waiting), (.pause, .stopped, .paused), (.pause, .broken(reason: "x"), .paused),
            (.pause, .done, .done), (.cancel, .stopped, .cancelled), (.cancel, .stoppedByHand, .cancelled),
            (.cancel, .broken(reason: "x"), .cancelled), (.cancel, .done, .done), (.cancel, .failed(reason: "x"), .failed),
        ])
    func settled(request: QueuedExperiment.Request?, settlement: QueueSettlement, state: QueuedExperiment.State) throws {
        try withStore { store in
            try store.enqueue(Self.parent)
            let lease = try store.newLease()
            _ = try store.takeNext(under: lease)
            switch request {
            case .pause: try store.pause(Self.parent.key)
            case .cancel: try store.cancel(Self.parent.key)
            case nil: break
            }
            #expect(try store.queueRequests()[Self.parent.key] == request)
            #expect(try store.settle(Self.parent.key, as: settlement, under: lease) == state)
            let one = try #require(try store.queue()[Self.parent.key])
            #expect(one.state == state)
            #expect(one.request == nil)
            #expect((one.endedAt == nil) == state.isPending)
        }
    }

    @Test("What breaks again and again has failed in the end")
    func attempts() throws {
        try withStore { store in
            try store.enqueue(Self.parent)
            let lease = try store.newLease()
            var states: [QueuedExperiment.State] = []
            while let next = try store.takeNext(under: lease) {
                states.append(try store.settle(next.key, as: .broken(reason: "it crashed"), under: lease))
            }
            #expect(states == [.waiting, .waiting, .failed])
            #expect(try store.queue()[Self.parent.key]?.reason == "it crashed")
            try store.retry(Self.parent.key)
            #expect(try store.takeNext(under: lease)?.attempts == 1)
        }
    }

    @Test("A worker that broke leaves its experiment interrupted, with the reason")
    func reason() throws {
        try withStore { store in
            let record = Fixtures.record()
            try store.enqueue(record.spec)
            let lease = try store.newLease()
            _ = try store.takeNext(under: lease)
            _ = try store.claim(record, replacing: false, by: Fixtures.deadProcess, at: ExperimentStore.unixSeconds)
            try store.settle(record.key, as: .broken(reason: "the worker hung"), under: lease)
            let kept = try #require(try store.record(record.key))
            #expect(kept.status == .interrupted)
            #expect(kept.reason == "the worker hung")
        }
    }

    @Test("Stopped by hand, what a person asked for is paused, but not what others wait for")
    func pausedByHand() throws {
        try withStore { store in
            let alone = Fixtures.spec(seed: 9, precision: .float32)
            try store.enqueue(Self.parent, Self.child, alone)
            try store.pauseWaiting([Self.parent.key, alone.key])
            #expect(try store.state(Self.parent) == .waiting)
            #expect(try store.state(alone) == .paused)
            try store.pauseWaiting([Self.parent.key, Self.child.key])
            #expect(try store.state(Self.parent) == .paused)
            #expect(try store.state(Self.child) == .paused)
        }
    }
}
