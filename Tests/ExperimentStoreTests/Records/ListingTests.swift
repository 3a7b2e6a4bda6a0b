import DesignSpace
import Foundation
import GRDB
import Precision
import TestSupport
import Testing

@testable import ExperimentStore

@Suite("Listing a store that is damaged in places")
struct ListingTests {
    /// Changes a store as a hostile file or a bad disk would have it: past its triggers and checks.
    private func tamper(with path: String, _ sql: String) throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            for trigger in try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                try database.execute(sql: "DROP TRIGGER \(trigger)")
            }
            try database.execute(sql: sql)
        }
    }

    @Test(
        "One record that was changed is named, and the others are listed",
        arguments: [
            "test_accuracy_percent = 99.99", "precision = 'fixed4'", "precision = 'fixed99'", "seed = 77", "cpu = 'x'",
            "weights_sha256 = NULL", "recipe_json = '{}'", "epochs = 4", "quantization_json = '{}'", "status = 'not converged'",
            "reason = 'none'", "created_at = '2020-01-01T00:00:00Z'", "parent_key = NULL", "radix = 'square'",
        ])
    func changedRecord(assignment: String) throws {
        try withStorePath { path in
            let store = try ExperimentStore.open(at: path, for: .writing)
            for seed in 1...3 as ClosedRange<UInt64> { try store.complete(Fixtures.completeResult(seed: seed)) }
            let victim = Fixtures.spec(seed: 2).key
            try tamper(with: path, "UPDATE experiments SET \(assignment) WHERE key = '\(victim)'")
            for withHistory in [false, true] {
                let listing = try store.listing(withHistory: withHistory)
                #expect(Set(listing.records.map(\.spec.seed)) == [1, 3])
                #expect(listing.damaged.map(\.key) == [victim])
            }
            #expect(try store.count() == 3)
            #expect(throws: ExperimentStoreError.self) { try store.record(victim) }
            // It can be taken away, and run again.
            try store.remove(victim)
            try store.complete(Fixtures.completeResult(seed: 2))
            #expect(try store.listing().damaged == [])
        }
    }

    @Test(
        "A history that was changed is noticed where it is read",
        arguments: [
            "UPDATE epochs SET training_loss = 0.25 WHERE epoch = 1", "DELETE FROM epochs WHERE epoch = 2",
            "UPDATE epochs SET epoch = 3 WHERE epoch = 2",
        ])
    func changedHistory(sql: String) throws {
        try withStorePath { path in
            let store = try ExperimentStore.open(at: path, for: .writing)
            let key = try store.complete(Fixtures.completeResult()).key
            try tamper(with: path, sql)
            #expect(try store.listing(withHistory: true).damaged.map(\.key) == [key])
            #expect(throws: ExperimentStoreError.self) { try store.record(key) }
        }
    }

    @Test("Rows that the file has lost without a trace are missed, since their keys are still in the index")
    func lostRows() throws {
        try withStorePath { path in
            let store = try ExperimentStore.open(at: path, for: .writing)
            for seed in 1...40 as ClosedRange<UInt64> { try store.complete(Fixtures.completeResult(seed: seed)) }
            try store.database.close()
            let file = URL(fileURLWithPath: path)
            var bytes = try Data(contentsOf: file)
            guard let page = Self.leafPage(in: bytes, cells: 2...) else {
                Issue.record("no leaf page with more than one row")
                return
            }
            bytes[page + 4] -= 1
            try bytes.write(to: file)
            let reading = try ExperimentStore.open(at: path, for: .reading)
            let listing = try reading.listing()
            #expect(listing.records.count == 39)
            #expect(listing.damaged.count == 1)
        }
    }

    /// The place of a table leaf (type 13 of the file format) whose cells hold records: more than 300 bytes each.
    private static func leafPage(in bytes: Data, cells: PartialRangeFrom<Int>) -> Int? {
        stride(from: 4096, to: bytes.count, by: 4096).first { page in
            let count = Int(bytes[page + 3]) << 8 | Int(bytes[page + 4])
            return bytes[page] == 13 && cells.contains(count) && count < 8
                && bytes[page..<page + 4096].range(of: Data("a processor".utf8)) != nil
        }
    }

    @Test("A checkpoint that was changed is refused, and the run begins anew")
    func checkpoint() throws {
        try withStore { store in
            let claim = try store.newClaim(Fixtures.record())
            try store.saveCheckpoint([1, 2, 3], under: claim)
            try store.write { try $0.execute(sql: "UPDATE checkpoints SET bytes = x'010204'") }
            #expect(throws: ExperimentStoreError.checkpointChanged(key: claim.key)) { try store.checkpoint(of: claim.key) }
            try store.discardProgress(under: claim)
            #expect(try store.checkpoint(of: claim.key) == nil)
        }
    }

    @Test("The data sets in use are named once each, those of the queue among them")
    func datasets() throws {
        try withStore { store in
            #expect(try store.datasets() == [])
            let record = Fixtures.result()
            _ = try store.finish(record, weights: [1, 2, 3], under: store.newClaim(record))
            var spec = Fixtures.spec(seed: 2, precision: .float32)
            spec.dataset = "digits:0.7"
            try store.enqueue([QueueEntry(spec), QueueEntry(Fixtures.spec(seed: 3, precision: .float32))])
            #expect(try store.datasets() == ["digits", "digits:0.7"])
        }
    }
}
