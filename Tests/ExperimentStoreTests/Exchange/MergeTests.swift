import DesignSpace
import Foundation
import GRDB
import Precision
import TestSupport
import Testing

@testable import ExperimentStore

@Suite("Bringing results into a store")
struct MergeTests {
    /// Writes the results of one store to a file, with their weights if asked.
    private func export(_ store: ExperimentStore, to folder: URL, withWeights: Bool = true) throws -> RecordFile {
        let path = folder.appending(path: "results.jsonl").path
        var writer = try RecordFileWriter(path, withWeights: withWeights)
        for record in try store.records(withHistory: true) where record.status.isFinal {
            try writer.write(record, weights: try store.weights(of: record.key))
        }
        try writer.finish()
        return try RecordFile(reading: path)
    }

    private func withStores(_ body: (ExperimentStore, ExperimentStore, URL) throws -> Void) throws {
        try withTemporaryDirectory { folder in
            let stores = try ["a", "b"].map {
                try ExperimentStore.open(at: folder.appending(path: "\($0).sqlite").path, for: .writing)
            }
            try body(stores[0], stores[1], folder)
        }
    }

    @Test("Results go from one store to another with history and weights, and a second time changes nothing")
    func moved() throws {
        try withStores { from, to, folder in
            for seed in 1...3 as ClosedRange<UInt64> { try from.complete(Fixtures.completeResult(seed: seed)) }
            let file = try export(from, to: folder)
            let weights = RecordFile.weightsFolder(of: folder.appending(path: "results.jsonl").path)
            #expect(try to.merge(file, weightsFolder: weights) == RecordImport(added: 3, known: 0, weights: 3))
            #expect(try to.records(withHistory: true) == from.records(withHistory: true))
            for record in try to.records() { #expect(try to.weights(of: record.key) == [1, 2, 3]) }
            #expect(try to.merge(file, weightsFolder: weights) == RecordImport(added: 0, known: 3, weights: 0))
        }
    }

    @Test("Weights may come later than their records")
    func weightsLater() throws {
        try withStores { from, to, folder in
            let key = try from.complete(Fixtures.completeResult()).key
            let file = try export(from, to: folder)
            #expect(try to.merge(file) == RecordImport(added: 1, known: 0, weights: 0))
            #expect(try !to.hasWeights(of: key))
            let weights = RecordFile.weightsFolder(of: folder.appending(path: "results.jsonl").path)
            #expect(try to.merge(file, weightsFolder: weights) == RecordImport(added: 0, known: 1, weights: 1))
            #expect(try to.weights(of: key) == [1, 2, 3])
        }
    }

    @Test("Of records of which one differs from the store's none is brought in, and both are named")
    func conflict() throws {
        try withStores { from, to, folder in
            try from.complete(Fixtures.completeResult(seed: 1))
            try from.complete(Fixtures.completeResult(seed: 2))
            var other = Fixtures.completeResult(seed: 2)
            other.cpu = "another processor"
            try to.complete(other)
            let file = try export(from, to: folder)
            let error = #expect(throws: ExperimentStoreError.self) { try to.merge(file) }
            guard case .conflict(_, _, other.key, let place, let differences) = error else {
                Issue.record("another error: \(String(describing: error))")
                return
            }
            #expect(place.contains(to.path))
            #expect(differences == ["cpu"])
            #expect(try to.records().map(\.key) == [other.key])
        }
    }

    @Test("An attempt that was interrupted gives way to a result; one that a process is at does not")
    func attempts() throws {
        try withStores { from, to, folder in
            let result = try from.complete(Fixtures.completeResult())
            let file = try export(from, to: folder)
            guard case .claimed = try to.claim(Fixtures.record(), replacing: false, by: Fixtures.runningProcess, at: 0) else {
                throw ExperimentStore.NotClaimed()
            }
            let error = #expect(throws: ExperimentStoreError.self) { try to.merge(file) }
            guard case .inUse(result.key, _) = error else {
                Issue.record("another error: \(String(describing: error))")
                return
            }
            try to.write { try $0.execute(sql: "DELETE FROM claims") }
            #expect(try to.merge(file).added == 1)
            #expect(try to.record(result.key) == result)
        }
    }

    @Test("Weights that are not the record's are refused with their line, and nothing is brought in")
    func foreignWeights() throws {
        try withStores { from, to, folder in
            let key = try from.complete(Fixtures.completeResult()).key
            let file = try export(from, to: folder)
            let weights = RecordFile.weightsFolder(of: folder.appending(path: "results.jsonl").path)
            try Data([9]).write(to: URL(fileURLWithPath: RecordFile.weightsPath(of: key, in: weights)))
            let error = #expect(throws: ExperimentStoreError.self) { try to.merge(file, weightsFolder: weights) }
            guard case .line(_, 1, _) = error else {
                Issue.record("another error: \(String(describing: error))")
                return
            }
            #expect(try to.records() == [])
        }
    }

    @Test("A result that others started from stays; without them it can be removed")
    func removal() throws {
        try withStore { store in
            let spec = Fixtures.spec(precision: .float32)
            var parent = Fixtures.completeResult()
            parent = ExperimentRecord(
                spec: spec, status: .done, engineVersion: parent.engineVersion, cpu: parent.cpu, threads: 2,
                createdAt: parent.createdAt)
            try store.complete(parent)
            let child = try store.complete(Fixtures.completeResult())
            #expect(child.parentKey == parent.key)
            #expect(throws: ExperimentStoreError.self) { try store.remove(parent.key) }
            try store.remove(child.key)
            try store.remove(parent.key)
            #expect(try store.records() == [])
        }
    }
}
