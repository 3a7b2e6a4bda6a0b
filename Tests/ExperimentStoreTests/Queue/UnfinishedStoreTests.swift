import DesignSpace
import Foundation
import GRDB
import Testing

@testable import ExperimentStore

@Suite("A store whose making was interrupted, or that an older version made")
struct UnfinishedStoreTests {
    /// Makes a store with the first migration alone.
    private func makeOutdated(_ path: String) throws {
        let database = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(database, upTo: "1 experiments")
        try database.close()
    }

    @Test("To look at it brings it up to date")
    func outdated() throws {
        try withStorePath { path in
            try makeOutdated(path)
            #expect(throws: ExperimentStoreError.outdated(path: path)) { try ExperimentStore.open(at: path, for: .reading) }
            let store = try #require(try ExperimentStore.openIfPresent(at: path))
            #expect(store.access == .reading)
            #expect(try store.queue().experiments.isEmpty)
        }
    }
}
