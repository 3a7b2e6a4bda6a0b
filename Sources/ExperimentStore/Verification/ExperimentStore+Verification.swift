import DesignSpace
import Digest
import GRDB

extension ExperimentStore {
    /// Looks at everything in the store: SQLite's own check of the file, the digest of every record and history, keys against specs,
    /// histories against their lengths, the SHA-256 of weights and checkpoints, parents, and data sets.
    ///
    /// - Parameters:
    ///   - datasetSHA256: the SHA-256 of a data set as it is on this machine; nil if it is not there.
    ///   - progress: told the records that were looked at, and how many there are.
    /// - Throws: `ExperimentStoreError` if nothing can be read at all.
    public func verify(
        datasetSHA256: (String) -> String?, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(ExperimentStoreError) -> StoreVerification {
        var result = StoreVerification()
        result.findings = try readOutsideTransaction { try Self.fileFindings(in: $0) }
        let listing = try listing(withHistory: true)
        result.findings += listing.damaged.map { .init(key: $0.key, problem: $0.problem) }
        let imported = try importedAccuracies()
        result.accuracies = imported.accuracies.count
        result.findings += imported.damaged.map { .init(key: $0.key, problem: $0.problem) }
        let keys = Set(listing.records.map(\.key)).union(listing.damaged.compactMap(\.key))
        for (index, record) in listing.records.enumerated() {
            result.records += 1
            try look(at: record, &result)
            if let parent = record.parentKey, record.status.isFinal, !keys.contains(parent) {
                result.add(record, "its parent \(parent.prefix(12)) is not in the store")
            }
            if let recorded = record.datasetSHA256, let found = datasetSHA256(record.spec.dataset), found != recorded {
                result.add(
                    record,
                    "it was trained on other images than the data set '\(record.spec.dataset)' of this machine has "
                        + "(SHA-256 \(recorded.prefix(12)), here \(found.prefix(12)))")
            }
            progress(index + 1, listing.records.count)
        }
        return result
    }

    private func look(at record: ExperimentRecord, _ result: inout StoreVerification) throws(ExperimentStoreError) {
        guard record.status.isFinal else {
            if record.key != record.spec.key { result.add(record, "the key is not that of its experiment") }
            do {
                _ = try checkpoint(of: record.key)
            } catch .checkpointChanged {
                result.add(record, "its checkpoint is not what was kept")
            }
            return
        }
        for problem in record.inconsistencies { result.add(record, problem) }
        do {
            if try weights(of: record.key) == nil { result.withoutWeights += 1 } else { result.weights += 1 }
        } catch .weightsChanged(_, let found, let expected) {
            result.add(record, "its weights are not what was kept (SHA-256 \(found.prefix(12)), expected \(expected.prefix(12)))")
        } catch .damaged(_, let problem) {
            result.add(record, "its weights cannot be read: \(problem)")
        }
    }

    /// What SQLite says of the file.
    private static func fileFindings(in database: Database) throws -> [StoreVerification.Finding] {
        var findings: [StoreVerification.Finding] = []
        do {
            let complaints = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
            findings = complaints.filter { $0 != "ok" }.map { .init(key: nil, problem: "the file: \($0.prefix(300))") }
            let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
            if orphans > 0 { findings.append(.init(key: nil, problem: "the file: \(orphans.counted("row")) of no experiment")) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            findings.append(.init(key: nil, problem: "the file: \(error.message ?? "it is damaged")"))
        }
        return findings
    }
}

extension StoreVerification {
    /// Notes what does not hold of a record.
    mutating func add(_ record: ExperimentRecord, _ problem: String) { findings.append(.init(key: record.key, problem: problem)) }
}
