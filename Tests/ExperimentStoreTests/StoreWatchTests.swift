import DesignSpace
import Foundation
import GRDB
import Precision
import Testing

@testable import ExperimentStore

@Suite("Watching a store's files")
struct StoreWatchTests {
    /// Does something at the moment in which a change is complete for SQLite, and no call that made it has returned.
    private final class AtCommit: TransactionObserver {
        let action: () -> Void

        init(_ action: @escaping () -> Void) { self.action = action }

        func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
        func databaseDidChange(with event: DatabaseEvent) {}
        func databaseDidCommit(_ database: Database) { action() }
        func databaseDidRollback(_ database: Database) {}
    }

    private func withWatch(_ body: (ExperimentStore, StoreWatch) throws -> Void) throws {
        try withStorePath { path in
            let store = try ExperimentStore.open(at: path, for: .writing)
            try store.enqueue(Fixtures.spec(precision: .float32))
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let watch = try #require(StoreWatch(path: path, in: folder))
            try body(store, watch)
        }
    }

    @Test("A change is told of once it is complete, also where the log was written long before")
    func complete() throws {
        try withWatch { store, watch in
            #expect(!watch.drain())
            // Whoever reads as soon as the log is written finds the store as it was, and must be told again.
            let observer = AtCommit { _ = watch.drain() }
            store.database.add(transactionObserver: observer, extent: .databaseLifetime)
            try store.enqueue(Fixtures.spec(seed: 2, precision: .float32))
            #expect(watch.drain())
            #expect(!watch.drain())
        }
    }

    @Test("Reading is no news")
    func reading() throws {
        try withWatch { store, watch in
            _ = try ExperimentStore.open(at: store.path, for: .reading).queue()
            _ = watch.drain()
            _ = try ExperimentStore.open(at: store.path, for: .reading).queue()
            #expect(!watch.drain())
        }
    }

    @Test("Whoever has written and ends is news, since what was written is complete then")
    func closing() throws {
        try withWatch { store, watch in
            let path = store.path
            let other = open(path, O_RDWR | O_CLOEXEC)
            #expect(!watch.drain())
            close(other)
            #expect(watch.drain())
        }
    }
}
