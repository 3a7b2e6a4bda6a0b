import DesignSpace
import Digest
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ExperimentStore

@Suite("Results in a store")
struct ResultTests {
    @Test(
        "A result comes back as it was kept, with history and weights, also through another connection",
        arguments: [
            ExperimentStatus.done, .notConverged,
        ])
    func kept(status: ExperimentStatus) throws {
        try withStorePath { path in
            let weights = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let result = Fixtures.result(seed: .max, status: status)
            let kept = try ExperimentStore.open(at: path, for: .writing).complete(result, weights: weights)
            let store = try ExperimentStore.open(at: path, for: .reading)
            #expect(try store.record(result.key) == kept)
            #expect(kept.weightsSHA256 == SHA256.digest(of: weights).hexadecimal)
            #expect(kept.epochs == 3)
            #expect(kept.spec == result.spec)
            #expect(try store.weights(of: result.key) == weights)
            #expect(try store.records(withHistory: true) == [kept])
            #expect(try store.records().map(\.epochs) == [3])
            #expect(try store.records().map(\.history) == [[]])
            #expect(try store.checkpoint(of: result.key) == nil)
        }
    }

    @Test("Asked for again, a result is given and nothing is to be run")
    func complete() throws {
        try withStore { store in
            let kept = try store.complete(Fixtures.result())
            guard case .complete(let record) = try store.claim(Fixtures.record()) else { throw ExperimentStore.NotClaimed() }
            #expect(record.testAccuracyPercent == kept.testAccuracyPercent)
        }
    }

    @Test("A result keeps the date at which it was first asked for")
    func date() throws {
        try withStore { store in
            try store.interrupt(try store.newClaim(Fixtures.record()))
            var later = Fixtures.result()
            later.createdAt = "2030-01-01T00:00:00Z"
            #expect(try store.complete(later).createdAt == Fixtures.record().createdAt)
        }
    }

    @Test(
        "No connection can change a result, or a part of it",
        arguments: [
            "UPDATE experiments SET test_accuracy_percent = 99", "UPDATE experiments SET status = 'interrupted'",
            "UPDATE epochs SET training_loss = 0", "DELETE FROM epochs",
            "INSERT INTO epochs SELECT key, 9, 1, 1, 1, 1 FROM experiments",
            "UPDATE weights SET bytes = x'00'", "DELETE FROM weights",
            "INSERT OR REPLACE INTO weights SELECT key, '', x'' FROM experiments",
        ])
    func immutable(sql: String) throws {
        try withStore { store in
            let kept = try store.complete(Fixtures.result())
            let other = try DatabaseQueue(path: store.path)
            #expect(throws: DatabaseError.self) { try other.write { try $0.execute(sql: sql) } }
            #expect(try store.record(kept.key) == kept)
            #expect(try store.weights(of: kept.key) == [1, 2, 3])
        }
    }

    @Test("A result that is being replaced stands until the new one is complete")
    func replaced() throws {
        try withStore { store in
            let old = try store.complete(Fixtures.result())
            let abandoned = try store.newClaim(Fixtures.record(), replacing: true)
            try store.append(Fixtures.epoch(1), under: abandoned)
            try store.saveCheckpoint([5], under: abandoned)
            try store.fail(abandoned, reason: "the disk burnt")
            #expect(try store.record(old.key) == old)
            #expect(try store.checkpoint(of: old.key) == [5])

            let claim = try store.newClaim(Fixtures.record(), replacing: true)
            var better = Fixtures.result()
            better.testAccuracyPercent = 99
            try store.finish(better, weights: [9], under: claim)
            #expect(try store.record(old.key)?.testAccuracyPercent == 99)
            #expect(try store.weights(of: old.key) == [9])
            #expect(try store.checkpoint(of: old.key) == nil)
        }
    }

    @Test("An experiment is removed with everything that belongs to it")
    func removed() throws {
        try withStore { store in
            let kept = try store.complete(Fixtures.result())
            try store.remove(kept.key)
            let rows = try store.read { database in
                try ["experiments", "epochs", "weights", "checkpoints", "claims"].map {
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)")
                }
            }
            #expect(rows == [0, 0, 0, 0, 0])
        }
    }

    @Test("Weights that are not those that were kept are refused")
    func changedWeights() throws {
        try withStore { store in
            let kept = try store.complete(Fixtures.result())
            try store.write { database in
                try database.execute(sql: "DROP TRIGGER final_weights_update")
                try database.execute(sql: "UPDATE weights SET bytes = x'010204'")
            }
            let error = #expect(throws: ExperimentStoreError.self) { try store.weights(of: kept.key) }
            #expect(
                error
                    == .weightsChanged(
                        key: kept.key, found: SHA256.digest(of: [1, 2, 4]).hexadecimal, expected: kept.weightsSHA256 ?? ""))
        }
    }

    @Test("An epoch that is done again after an interruption is there once, and a loss that was no number is infinite")
    func epochs() throws {
        try withStore { store in
            let claim = try store.newClaim(Fixtures.record())
            for number in [1, 2, 2] { try store.append(Fixtures.epoch(number), under: claim) }
            let last = EpochRecord(
                epoch: 3, trainingLoss: .nan, validationAccuracyPercent: 10, learningRate: 0.01, seconds: 1)
            try store.append(last, under: claim)
            let record = try #require(try store.record(claim.key))
            #expect(record.history == [Fixtures.epoch(1), Fixtures.epoch(2), last])
            #expect(record.history.last?.trainingLoss == .infinity)
            #expect(record.epochs == 3)
            #expect(record.seconds == 22)
            try store.discardProgress(under: claim)
            #expect(try store.record(claim.key)?.epochs == 0)
        }
    }

    @Test("What is too large to be kept is refused before anything is written")
    func tooLarge() throws {
        #expect(throws: ExperimentStoreError.tooLarge(what: "x", bytes: .max, most: ExperimentStore.largestBlob)) {
            try ExperimentStore.check(size: .max, of: "x")
        }
        try ExperimentStore.check(size: ExperimentStore.largestBlob, of: "x")
    }
}
