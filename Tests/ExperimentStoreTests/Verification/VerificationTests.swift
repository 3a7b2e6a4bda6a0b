import DesignSpace
import Foundation
import GRDB
import Precision
import TestSupport
import Testing

@testable import ExperimentStore

@Suite("Checking a store")
struct VerificationTests {
    /// Keeps a result and the float32 one that it started from.
    private func fill(_ store: ExperimentStore) throws -> (parent: String, child: String) {
        let spec = Fixtures.spec(precision: .float32)
        let fixture = Fixtures.completeResult()
        var parent = ExperimentRecord(
            spec: spec, status: .done, engineVersion: "0.1.0", cpu: fixture.cpu, threads: 2, createdAt: fixture.createdAt)
        parent.testAccuracyPercent = 99
        parent.history = (1...3).map(Fixtures.epoch)
        try store.complete(parent)
        return (parent.key, try store.complete(fixture).key)
    }

    private func findings(in store: ExperimentStore, dataset: String? = nil) throws -> [StoreVerification.Finding] {
        try store.verify { _ in dataset }.findings
    }

    @Test("A store that is as it was written holds, and every set of weights was looked at")
    func sound() throws {
        try withStore { store in
            _ = try fill(store)
            let result = try store.verify { _ in Fixtures.completeResult().datasetSHA256 }
            #expect(result.findings == [])
            #expect(result.records == 2)
            #expect(result.weights == 2)
        }
    }

    @Test("A data set of other images is found")
    func otherImages() throws {
        try withStore { store in
            let keys = try fill(store)
            let found = try findings(in: store, dataset: String(repeating: "00", count: 32))
            #expect(found.map(\.key) == [keys.child])
        }
    }

    @Test(
        "What was changed behind the store's back is found, with its record",
        arguments: [
            "UPDATE weights SET bytes = x'00' WHERE key = ?", "UPDATE experiments SET test_accuracy_percent = 1 WHERE key = ?",
            "DELETE FROM epochs WHERE key = ? AND epoch = 2", "UPDATE experiments SET weights_sha256 = '' WHERE key = ?",
            "UPDATE experiments SET precision = 'fixed4', record_sha256 = NULL WHERE key = ?",
            "UPDATE experiments SET test_accuracy_percent = 101, record_sha256 = NULL WHERE key = ?",
            "UPDATE experiments SET epochs = 7, record_sha256 = NULL WHERE key = ?",
        ])
    func changed(sql: String) throws {
        try withStore { store in
            let keys = try fill(store)
            try store.write { database in
                for trigger in try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                    try database.execute(sql: "DROP TRIGGER \(trigger)")
                }
                try database.execute(sql: sql, arguments: [keys.child])
            }
            let found = try findings(in: store)
            #expect(found.contains { $0.key == keys.child })
            #expect(found.allSatisfy { !$0.problem.isEmpty })
        }
    }

    @Test("A parent that is gone is found")
    func orphan() throws {
        try withStore { store in
            let keys = try fill(store)
            try store.write { try $0.execute(sql: "DELETE FROM experiments WHERE key = ?", arguments: [keys.parent]) }
            #expect(try findings(in: store).map(\.key) == [keys.child])
        }
    }

    @Test("A checkpoint that was changed is found")
    func checkpoint() throws {
        try withStore { store in
            let claim = try store.newClaim(Fixtures.record())
            try store.saveCheckpoint([1, 2, 3], under: claim)
            #expect(try findings(in: store) == [])
            try store.write { try $0.execute(sql: "UPDATE checkpoints SET bytes = x'010204'") }
            #expect(try findings(in: store).map(\.key) == [claim.key])
        }
    }

    @Test("What SQLite says of a damaged file is among the findings")
    func damagedFile() throws {
        try withStorePath { path in
            let store = try ExperimentStore.open(at: path, for: .writing)
            for seed in 1...30 as ClosedRange<UInt64> { try store.complete(Fixtures.completeResult(seed: seed)) }
            try store.database.close()
            let file = URL(fileURLWithPath: path)
            var bytes = try Data(contentsOf: file)
            // The entries of the index in the wrong order.
            let page = try #require(stride(from: 4096, to: bytes.count, by: 4096).first { bytes[$0] == 10 && bytes[$0 + 4] > 2 })
            bytes.swapAt(page + 9, page + 11)
            try bytes.write(to: file)
            let found = try ExperimentStore.open(at: path, for: .reading).verify { _ in nil }.findings
            #expect(found.contains { $0.key == nil })
        }
    }
}
