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
            let date = try database.cachedStatement(sql: "SELECT created_at FROM experiments WHERE key = ?")
            record.createdAt = try String.fetchOne(date, arguments: [record.key]) ?? record.createdAt
            try Self.replace(with: record, weights: weights, in: database)
            return record
        }
    }

    /// Puts a result with its history, and its weights if they are known, in the place of what there is of its experiment.
    static func replace(with record: ExperimentRecord, weights: [UInt8]?, in database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM experiments WHERE key = ?").execute(arguments: [record.key])
        // Not final yet, or its epochs and weights could not be added.
        try insert(record, status: .running, in: database)
        for epoch in record.history { try insert(epoch, of: record.key, in: database) }
        if let weights {
            try database.cachedStatement(sql: "INSERT INTO weights VALUES (?, ?, ?)")
                .execute(arguments: [record.key, record.weightsSHA256, Data(weights)])
        }
        try database.cachedStatement(sql: "UPDATE experiments SET status = ? WHERE key = ?")
            .execute(arguments: [record.status.rawValue, record.key])
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

    /// Whether the store has the weights of a result, without which nothing can start from it.
    public func hasWeights(of key: String) throws(ExperimentStoreError) -> Bool {
        try read { try Self.hasWeights(of: key, in: $0) }
    }

    static func hasWeights(of key: String, in database: Database) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM weights WHERE key = ?)", arguments: [key]) ?? false
    }

    /// Removes an experiment with everything that belongs to it, also one that cannot be read; nothing happens if there is none.
    ///
    /// - Throws: `ExperimentStoreError.inUse` if a process is at it, or if others started from its weights.
    public func remove(_ key: String) throws(ExperimentStoreError) {
        try write { database in
            if let holder = try Self.holder(of: key, in: database, at: Self.unixSeconds) {
                throw ExperimentStoreError.inUse(key: key, reason: "process \(holder.processIdentifier) is at it")
            }
            let children = try String.fetchAll(
                database, sql: "SELECT substr(key, 1, 12) FROM experiments WHERE parent_key = ? ORDER BY key", arguments: [key])
            guard children.isEmpty else {
                let list = children.prefix(5).joined(separator: ", ") + (children.count > 5 ? ", ..." : "")
                throw ExperimentStoreError.inUse(
                    key: key,
                    reason:
                        "\(children.count.counted("other")) started from its weights (\(list)): remove \(children.count == 1 ? "that" : "those") first"
                )
            }
            try database.execute(sql: "DELETE FROM experiments WHERE key = ?", arguments: [key])
        }
    }

    private static let insertion: String = {
        let marks = Array(repeating: "?", count: RecordReader.columnCount + RecordReader.digestCount).joined(separator: ", ")
        return "INSERT INTO experiments (\(RecordReader.columns), \(RecordReader.digestColumns)) VALUES (\(marks))"
    }()

    /// Adds the row of an experiment.
    static func insert(_ record: ExperimentRecord, status: ExperimentStatus, in database: Database) throws {
        let spec = record.spec
        let recipe = try RecipeText.of(spec.recipe)
        var digest = RecordDigest()
        let digests = record.status.isFinal ? [digest.of(record, recipe: recipe), digest.of(record.history)] : []
        try database.cachedStatement(sql: insertion).execute(
            arguments: [
                record.key, status.rawValue, record.reason, spec.network, spec.networkFingerprint, spec.dataset,
                spec.precision.name, spec.radix.rawValue, Int64(bitPattern: spec.seed), spec.recipe.name, recipe,
                record.testAccuracyPercent, record.validationAccuracyPercent, record.testImages, record.epochs, record.seconds,
                record.imagesPerSecond, record.weightsSHA256, record.datasetSHA256, record.parentKey, record.quantizationJSON,
                record.engineVersion, record.cpu, record.threads, record.createdAt, record.arithmeticJSON,
                digests.first.map { Data($0) },
                digests.last.map { Data($0) },
            ])
    }
}
