import DesignSpace
import Digest
import Foundation
import GRDB
import Precision
import Recipes

extension ExperimentStore {
    /// Keeps the result of an experiment with its weights, gives up the claim and forgets the checkpoint, all or nothing.
    ///
    /// - Parameters:
    ///   - record: a final record; its SHA-256 of the weights is taken from these bytes, its date from the first request.
    ///   - weights: the weights as bytes.
    /// - Returns: the record as it was kept.
    /// - Throws: `ExperimentStoreError.claimLost` if the claim has gone to another process.
    @discardableResult
    public func finish(
        _ record: ExperimentRecord, weights: [UInt8], under claim: Claim
    ) throws(ExperimentStoreError) -> ExperimentRecord {
        precondition(record.status.isFinal && record.key == claim.key)
        try Self.check(size: weights.count, of: "weights")
        var record = record
        let sha256 = SHA256.digest(of: weights).hexadecimal
        record.weightsSHA256 = sha256
        record.epochs = record.history.count
        return try write { database in
            try Self.check(claim, in: database)
            let date = "SELECT created_at FROM experiments WHERE key = ?"
            record.createdAt = try String.fetchOne(database, sql: date, arguments: [record.key]) ?? record.createdAt
            try database.execute(sql: "DELETE FROM experiments WHERE key = ?", arguments: [record.key])
            // Not final yet, or its epochs and weights could not be added.
            try Self.insert(record, status: .running, in: database)
            for epoch in record.history { try Self.insert(epoch, of: record.key, in: database) }
            try database.execute(
                sql: "INSERT INTO weights VALUES (?, ?, ?)", arguments: [record.key, sha256, Data(weights)])
            try database.execute(
                sql: "UPDATE experiments SET status = ? WHERE key = ?", arguments: [record.status.rawValue, record.key])
            return record
        }
    }

    /// The weights of a result; nil if the store has none.
    ///
    /// - Throws: `ExperimentStoreError.weightsChanged` if they are not those that were kept.
    public func weights(of key: String) throws(ExperimentStoreError) -> [UInt8]? {
        let (bytes, expected) = try read { database in
            let sql = "SELECT length(bytes), bytes FROM weights WHERE key = ?"
            let bytes = try blob(sql, key: key, what: "set of weights", in: database)
            let sha256 = "SELECT weights_sha256 FROM experiments WHERE key = ?"
            return (bytes, try String.fetchOne(database, sql: sha256, arguments: [key]))
        }
        guard let bytes else { return nil }
        let found = SHA256.digest(of: bytes).hexadecimal
        guard found == expected else { throw .weightsChanged(key: key, found: found, expected: expected ?? "none") }
        return bytes
    }

    /// Removes an experiment with everything that belongs to it; nothing happens if there is none.
    public func remove(_ key: String) throws(ExperimentStoreError) {
        try write { try $0.execute(sql: "DELETE FROM experiments WHERE key = ?", arguments: [key]) }
    }

    /// Adds the row of an experiment.
    static func insert(_ record: ExperimentRecord, status: ExperimentStatus, in database: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let spec = record.spec
        try database.execute(
            sql: """
                INSERT INTO experiments (\(RecordReader.columns))
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                record.key, status.rawValue, record.reason, spec.network, spec.networkFingerprint, spec.dataset,
                spec.precision.name, spec.radix.rawValue, Int64(bitPattern: spec.seed), spec.recipe.name,
                String(decoding: try encoder.encode(spec.recipe), as: UTF8.self), record.testAccuracyPercent,
                record.validationAccuracyPercent, record.testImages, record.epochs, record.seconds, record.imagesPerSecond,
                record.weightsSHA256, record.datasetSHA256, record.parentKey, record.quantizationJSON, record.engineVersion,
                record.cpu, record.threads, record.createdAt,
            ])
    }
}
