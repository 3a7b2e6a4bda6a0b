import DesignSpace
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ExperimentStore

@Suite("A store after a mishap")
struct DamageTests {
    /// Copies a store's file and log as they are on the disk, which is what a process that is killed leaves.
    private func image(of path: String, to copy: String, logBytes: Int = .max) throws {
        for suffix in ["", "-wal"] {
            let data = try Data(contentsOf: URL(fileURLWithPath: path + suffix))
            try data.prefix(suffix.isEmpty ? .max : logBytes).write(to: URL(fileURLWithPath: copy + suffix))
        }
    }

    @Test("Killed in the middle of a transaction, a process leaves everything that was committed before and nothing else")
    func killedInTransaction() throws {
        try withTemporaryDirectory { folder in
            let (path, copy) = (folder.appending(path: "a.sqlite").path, folder.appending(path: "b.sqlite").path)
            let store = try ExperimentStore.open(at: path, for: .writing)
            let kept = try store.complete(Fixtures.result())
            try store.database.inDatabase { database in
                try database.execute(sql: "BEGIN IMMEDIATE")
                try database.execute(sql: "DELETE FROM experiments")
                // More than the cache holds, so that uncommitted pages reach the log.
                try database.execute(sql: "CREATE TABLE ballast AS SELECT randomblob(4000000)")
                try image(of: path, to: copy)
                try database.execute(sql: "ROLLBACK")
            }
            #expect(try ExperimentStore.open(at: copy, for: .writing).records(withHistory: true) == [kept])
        }
    }

    @Test("Wherever the log breaks off, the commits before are there in order, and the store opens")
    func tornLog() throws {
        try withTemporaryDirectory { folder in
            let path = folder.appending(path: "store.sqlite").path
            let store = try ExperimentStore.open(at: path, for: .writing)
            let claim = try store.newClaim(Fixtures.record())
            for number in 1...12 { try store.append(Fixtures.epoch(number), under: claim) }
            let size = try Data(contentsOf: URL(fileURLWithPath: path + "-wal")).count
            var generator = SeededGenerator(seed: 1)
            var counts: [Int] = []
            for (index, length) in (0..<40).map({ _ in Int.random(in: 0...size, using: &generator) }).sorted().enumerated() {
                let copy = folder.appending(path: "\(index).sqlite").path
                try image(of: path, to: copy, logBytes: length)
                let epochs = try ExperimentStore.open(at: copy, for: .writing).history(of: claim.key)
                #expect(epochs == (0..<epochs.count).map { Fixtures.epoch($0 + 1) })
                counts.append(epochs.count)
            }
            #expect(counts == counts.sorted())
            #expect(Set(counts).count > 4)
        }
    }

    @Test("On a full disk a commit fails as a whole, and goes through once there is room")
    func fullDisk() throws {
        try withStore { store in
            let claim = try store.newClaim(Fixtures.record())
            try store.append(Fixtures.epoch(1), under: claim)
            try store.write { database in
                let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
                try database.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
            }
            let weights = [UInt8](repeating: 1, count: 1 << 20)
            #expect(throws: ExperimentStoreError.diskFull(path: store.path)) {
                try store.finish(Fixtures.result(), weights: weights, under: claim)
            }
            #expect(try store.record(claim.key)?.status == .running)
            #expect(try store.history(of: claim.key) == [Fixtures.epoch(1)])
            try store.write { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
            #expect(try store.finish(Fixtures.result(), weights: weights, under: claim).status == .done)
        }
    }

    /// A store of twenty results, and what it lists.
    private func makeStore(at path: String) throws -> [ExperimentRecord] {
        let store = try ExperimentStore.open(at: path, for: .writing)
        for seed in 1...20 as ClosedRange<UInt64> {
            try store.complete(Fixtures.completeResult(seed: seed), weights: [UInt8](repeating: UInt8(seed), count: 1000))
        }
        let records = try store.records(withHistory: true)
        try store.database.close()
        return records
    }

    /// Reads everything there is: what is given must be what was kept, and what is refused must be said with the file's name.
    private func readAll(_ path: String, expecting records: [ExperimentRecord]) throws {
        let known = Dictionary(records.map { ($0.key, $0) }) { first, _ in first }
        do throws(ExperimentStoreError) {
            let store = try ExperimentStore.open(at: path, for: .reading)
            let listing = try store.listing(withHistory: true)
            for record in listing.records {
                // A row whose status was hit is no result any more, and shows as an attempt.
                if record.status.isFinal { #expect(known[record.key] == record) }
                do throws(ExperimentStoreError) {
                    let weights = try store.weights(of: record.key)
                    #expect(weights == nil || weights == [UInt8](repeating: UInt8(record.spec.seed), count: 1000))
                } catch {
                    #expect(!error.description.isEmpty)
                }
            }
            let lost = records.count - listing.records.count
            #expect(lost == 0 || !listing.damaged.isEmpty, "\(lost) records are gone without a word")
            _ = try store.verify(datasetSHA256: { _ in nil })
        } catch {
            #expect(error.description.contains(path))
        }
    }

    @Test("A damaged page is an error and no crash, wherever it is, and nothing that is read is wrong", arguments: 0..<24)
    func damagedPage(index: Int) throws {
        try withStorePath { path in
            let records = try makeStore(at: path)
            let file = URL(fileURLWithPath: path)
            var bytes = try Data(contentsOf: file)
            let pages = bytes.count / 4096
            var generator = SeededGenerator(seed: UInt64(index))
            let start = 4096 * (index % pages) + (index % pages == 0 ? 100 : 0)
            for offset in start..<(start + 512) { bytes[offset] = .random(in: 0...255, using: &generator) }
            try bytes.write(to: file)
            try readAll(path, expecting: records)
        }
    }

    @Test("A byte that has flipped, at hundreds of places, is never a crash, and nothing that is read is wrong")
    func flippedBytes() throws {
        try withStorePath { path in
            let records = try makeStore(at: path)
            let file = URL(fileURLWithPath: path)
            let intact = try Data(contentsOf: file)
            var generator = SeededGenerator(seed: 11)
            for _ in 0..<400 {
                var bytes = intact
                let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
                bytes[.random(in: 0..<bytes.count, using: &generator)] ^= bit
                try bytes.write(to: file)
                try readAll(path, expecting: records)
                for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            }
        }
    }

    @Test("A file that was cut off is an error and no crash", arguments: [100, 4096, 8192, 20_000])
    func truncated(length: Int) throws {
        try withStorePath { path in
            try ExperimentStore.open(at: path, for: .writing).complete(Fixtures.result())
            let file = URL(fileURLWithPath: path)
            try Data(contentsOf: file).prefix(length).write(to: file)
            let error = #expect(throws: ExperimentStoreError.self) {
                let store = try ExperimentStore.open(at: path, for: .reading)
                for record in try store.records(withHistory: true) { _ = try store.weights(of: record.key) }
            }
            #expect(error?.description.contains(path) == true)
        }
    }

    @Test(
        "Values that make no sense are refused with their place",
        arguments: [
            "precision = 'fixed9000'", "radix = 'square'", "recipe_json = '{}'", "network = printf('%5000s', 'x')",
            "threads = NULL", "created_at = NULL", "status = 'queued'",
        ])
    func nonsense(assignment: String) throws {
        try withStorePath { path in
            try ExperimentStore.open(at: path, for: .writing).interrupt(
                try ExperimentStore.open(at: path, for: .writing).newClaim(Fixtures.record()))
            // As a hostile file would have it: the same columns, without a type or a check.
            try DatabaseQueue(path: path).writeWithoutTransaction { database in
                try database.execute(
                    sql: """
                        PRAGMA foreign_keys = OFF;
                        CREATE TABLE copy AS SELECT * FROM experiments;
                        DROP TABLE experiments;
                        CREATE TABLE experiments AS SELECT * FROM copy;
                        UPDATE experiments SET \(assignment);
                        """)
            }
            let error = #expect(throws: ExperimentStoreError.self) {
                try ExperimentStore.open(at: path, for: .reading).records()
            }
            guard case .damagedRecord(path, _) = error else {
                Issue.record("another error: \(String(describing: error))")
                return
            }
        }
    }
}
