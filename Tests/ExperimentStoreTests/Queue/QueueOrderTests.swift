import DesignSpace
import GRDB
import Precision
import Testing

@testable import ExperimentStore

@Suite("The order in which the queue is worked")
struct QueueOrderTests {
    static let parent = Fixtures.spec(precision: .float32)
    static let child = Fixtures.spec(precision: .fixed8)
    static let sibling = Fixtures.spec(precision: .binary)
    static let others = (2...4).map { Fixtures.spec(seed: $0, precision: .float32) }

    @Test("First come, first served, and higher priorities before")
    func priorities() throws {
        try withStore { store in
            try store.enqueue(Self.others.map { QueueEntry($0) })
            try store.enqueue(Self.parent, priority: 5)
            try store.setPriority(9, of: Self.others[2].key)
            let expected = [Self.others[2], Self.parent, Self.others[0], Self.others[1]].map(\.key)
            #expect(try store.queue().experiments.map(\.key) == expected)
            #expect(try store.order(under: try store.newLease()) == expected)
        }
    }

    @Test("What starts from a parent's weights waits for it, and hands its priority on to it")
    func dependencies() throws {
        try withStore { store in
            try store.enqueue(Self.others[0])
            try store.enqueue(Self.parent, Self.sibling)
            try store.enqueue(Self.child, priority: 3)
            let lease = try store.newLease()
            #expect(try store.takeNext(under: lease)?.key == Self.parent.key)
            // Neither child while the parent is running.
            #expect(try store.takeNext(under: lease)?.key == Self.others[0].key)
            #expect(try store.takeNext(under: lease) == nil)
            try store.settle(Self.parent.key, as: .done, under: lease)
            #expect(try store.takeNext(under: lease)?.key == Self.child.key)
            #expect(try store.takeNext(under: lease)?.key == Self.sibling.key)
        }
    }

    @Test("Asked for again, what is there stays where it is, and what has ended waits again")
    func again() throws {
        try withStore { store in
            try store.enqueue(Self.parent, Self.others[0])
            try store.enqueue(Self.others[0], Self.parent)
            #expect(try store.queue().experiments.map(\.key) == [Self.parent, Self.others[0]].map(\.key))
            let lease = try store.newLease()
            #expect(try store.order(under: lease).count == 2)
            try store.enqueue(Self.parent)
            #expect(try store.state(Self.parent) == .waiting)
            #expect(try store.queue()[Self.parent.key]?.attempts == 0)
        }
    }

    @Test("A runner with a scope begins others only before its own, and nothing when its own cannot be begun")
    func scope() throws {
        try withStore { store in
            try store.enqueue(Self.parent, Self.child)
            try store.enqueue(Self.others[0], priority: 1)
            let lease = try store.newLease()
            let scope: Set = [Self.parent.key, Self.child.key]
            #expect(try store.takeNext(under: lease, scope: scope)?.key == Self.others[0].key)
            try store.enqueue(Self.others[1], priority: 1)
            try store.setPriority(2, of: Self.parent.key)
            #expect(try store.takeNext(under: lease, scope: scope)?.key == Self.parent.key)
            #expect(try store.takeNext(under: lease, scope: scope) == nil)
        }
    }

    @Test("A runner with a scope begins its own before others of the same priority that were there first")
    func scopeBeforeEquals() throws {
        try withStore { store in
            try store.enqueue(Self.others[0], priority: 10)
            try store.enqueue(Self.parent, priority: 10)
            let lease = try store.newLease()
            #expect(try store.takeNext(under: lease, scope: [Self.parent.key])?.key == Self.parent.key)
            #expect(try store.takeNext(under: lease, scope: [Self.parent.key]) == nil)
        }
    }

    @Test("A runner with a scope begins what its own starts from, although nobody named it")
    func scopeWithParent() throws {
        try withStore { store in
            try store.enqueue(Self.others[0])
            try store.enqueue(Self.parent)
            try store.enqueue(Self.child)
            let lease = try store.newLease()
            #expect(try store.takeNext(under: lease, scope: [Self.child.key])?.key == Self.parent.key)
            #expect(try store.takeNext(under: lease, scope: [Self.child.key]) == nil)
        }
    }

    @Test("What somebody waits for comes before everything that waits, its parent before it", arguments: [0, 10, 50])
    func first(priority: Int) throws {
        try withStore { store in
            try store.enqueue(Self.others.map { QueueEntry($0) })
            try store.setPriority(priority, of: Self.others[1].key)
            try store.enqueue([Self.parent, Self.child].map { QueueEntry($0, priority: 10) }, first: true)
            #expect(try store.queue().experiments.prefix(2).map(\.key) == [Self.parent, Self.child].map(\.key))
            #expect(try store.queue()[Self.child.key]?.priority == max(10, priority))
            // What stood in the queue already comes to the front as well.
            try store.enqueue([QueueEntry(Self.others[2], priority: 10)], first: true)
            #expect(try store.queue().experiments.first?.key == Self.others[2].key)
        }
    }

    @Test("What has ended is forgotten beyond a number, the oldest first; what waits never is")
    func forgetting() throws {
        try withStore { store in
            try store.enqueue((1...ExperimentStore.mostEnded + 10).map { QueueEntry(Fixtures.spec(seed: UInt64($0))) })
            try store.database.write { try $0.execute(sql: "UPDATE queue SET state = 'done', ended_unix_seconds = position") }
            try store.enqueue(Self.parent)
            let queue = try store.queue()
            #expect(queue.count(.done) == ExperimentStore.mostEnded)
            #expect(queue.count(.waiting) == 1)
            #expect(queue[Fixtures.spec(seed: 10).key] == nil)
            #expect(try store.clearQueue() == ExperimentStore.mostEnded)
            #expect(try store.queue().experiments.map(\.key) == [Self.parent.key])
        }
    }

    @Test(
        "An entry that cannot be read is counted and hides no other",
        arguments: [
            "spec_json = '{'", "spec_json = replace(spec_json, 'lenet', 'alex')", "presets_json = '7'",
            "loss_curve_json = '[[1]]x'",
        ])
    func unreadable(damage: String) throws {
        try withStore { store in
            try store.enqueue(Self.parent, Self.others[0])
            try store.database.write {
                try $0.execute(sql: "UPDATE queue SET \(damage) WHERE key = ?", arguments: [Self.parent.key])
            }
            let queue = try store.queue()
            #expect(queue.experiments.map(\.key) == [Self.others[0].key])
            #expect(queue.unreadable == 1)
            let lease = try store.newLease()
            #expect(try store.takeNext(under: lease) == nil)
            #expect(try store.takeNext(under: lease)?.key == Self.others[0].key)
            #expect(try store.clearQueue() == 1)
            #expect(try store.queue().unreadable == 0)
        }
    }
}
