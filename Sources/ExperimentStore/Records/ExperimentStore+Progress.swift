import DesignSpace
import Digest
import Foundation
import GRDB

extension ExperimentStore {
    /// Keeps an epoch that is finished; one of the same number from before an interruption is replaced.
    ///
    /// While a result is being replaced nothing is kept: its history comes with the new result.
    ///
    /// - Throws: `ExperimentStoreError.claimLost` if the claim has gone to another process.
    public func append(_ epoch: EpochRecord, under claim: Claim) throws(ExperimentStoreError) {
        try write { database in
            try Self.check(claim, in: database)
            guard !claim.replacesResult else { return }
            try Self.insert(epoch, of: claim.key, in: database)
            try database.cachedStatement(
                sql: """
                    UPDATE experiments SET (epochs, seconds) = (SELECT count(*), sum(seconds) FROM epochs WHERE key = :key)
                    WHERE key = :key
                    """
            ).execute(arguments: ["key": claim.key])
        }
    }

    /// Keeps the state of a run in place of an earlier one.
    ///
    /// - Throws: `ExperimentStoreError.claimLost` if the claim has gone to another process.
    public func saveCheckpoint(_ bytes: [UInt8], under claim: Claim) throws(ExperimentStoreError) {
        try Self.check(size: bytes.count, of: "a checkpoint")
        let digest = SHA256.digest(of: bytes).bytes
        try write { database in
            try Self.check(claim, in: database)
            try database.cachedStatement(sql: "INSERT OR REPLACE INTO checkpoints (key, bytes, sha256) VALUES (?, ?, ?)")
                .execute(arguments: [claim.key, Data(bytes), Data(digest)])
        }
    }

    /// The state that a run can go on from; nil if there is none.
    ///
    /// - Throws: `ExperimentStoreError.checkpointChanged` if it is not the one that was kept.
    public func checkpoint(of key: String) throws(ExperimentStoreError) -> [UInt8]? {
        let (bytes, expected) = try read { database in
            let sql = "SELECT length(bytes), bytes FROM checkpoints WHERE key = ?"
            let bytes = try blob(sql, key: key, what: "checkpoint", in: database)
            let sha256 = "SELECT sha256 FROM checkpoints WHERE key = ?"
            return (bytes, try Data.fetchOne(database, sql: sha256, arguments: [key]))
        }
        // A checkpoint of an older version has no digest.
        guard let bytes, let expected else { return bytes }
        guard SHA256.digest(of: bytes).bytes.elementsEqual(expected) else { throw .checkpointChanged(key: key) }
        return bytes
    }

    /// Forgets the state and the epochs of a run, which is to begin anew.
    public func discardProgress(under claim: Claim) throws(ExperimentStoreError) {
        try write { database in
            try Self.check(claim, in: database)
            try database.execute(sql: "DELETE FROM checkpoints WHERE key = ?", arguments: [claim.key])
            guard !claim.replacesResult else { return }
            try database.execute(sql: "DELETE FROM epochs WHERE key = ?", arguments: [claim.key])
            try database.execute(
                sql: "UPDATE experiments SET epochs = 0, seconds = NULL WHERE key = ?", arguments: [claim.key])
        }
    }

    static func insert(_ epoch: EpochRecord, of key: String, in database: Database) throws {
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO epochs VALUES (?, ?, ?, ?, ?, ?)").execute(
            arguments: [
                key, epoch.epoch, epoch.trainingLoss, epoch.validationAccuracyPercent, epoch.learningRate, epoch.seconds,
            ])
    }

    static func check(size: Int, of what: String) throws(ExperimentStoreError) {
        guard size <= largestBlob else { throw .tooLarge(what: what, bytes: size, most: largestBlob) }
    }

    /// Reads a blob of the second column, after its size in the first has been looked at.
    func blob(_ sql: String, key: String, what: String, in database: Database) throws -> [UInt8]? {
        let rows = try Row.fetchCursor(database, sql: sql, arguments: [key])
        guard let row = try rows.next() else { return nil }
        let size = try row.decode(Int.self, atIndex: 0)
        guard size <= Self.largestBlob else {
            throw ExperimentStoreError.damaged(path: path, problem: "a \(what) of \(size.counted("byte"))")
        }
        return try row.withUnsafeData(atIndex: 1) { $0.map { [UInt8]($0) } }
    }
}
