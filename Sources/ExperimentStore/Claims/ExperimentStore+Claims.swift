import DesignSpace
import Foundation
import GRDB
import Recipes

extension ExperimentStore {
    /// The time after which a claim lapses whose process cannot be seen, in seconds.
    static let longestSilence = 120

    /// Claims an experiment for this process, unless it has its result or another process that is alive is at it.
    ///
    /// An experiment that was begun before keeps its epochs, its checkpoint and its date.
    ///
    /// - Parameters:
    ///   - record: the spec, with who is to run it.
    ///   - replacing: whether a result that is there is to be replaced by a new one.
    public func claim(_ record: ExperimentRecord, replacing: Bool = false) throws(ExperimentStoreError) -> ClaimOutcome {
        try claim(record, replacing: replacing, by: .current, at: Self.unixSeconds)
    }

    func claim(
        _ record: ExperimentRecord, replacing: Bool, by owner: ProcessIdentity, at now: Int
    ) throws(ExperimentStoreError) -> ClaimOutcome {
        try write { database in
            let known = try RecordReader(path: path).record(record.key, in: database)
            if let known, known.status.isFinal, !replacing { return .complete(known) }
            if let holder = try Self.holder(of: record.key, in: database, at: now), holder != owner {
                return .taken(processIdentifier: holder.processIdentifier)
            }
            if known == nil {
                try Self.insert(record, status: .running, in: database)
            } else if known?.status.isFinal == false {
                try Self.markRunning(record, in: database)
            }
            let claim = Claim(
                key: record.key, replacesResult: known?.status.isFinal ?? false, token: UUID().uuidString)
            try database.execute(
                sql: "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [claim.key, claim.token, owner.place, owner.processIdentifier, owner.startedTicks, now])
            return .claimed(claim)
        }
    }

    /// Tells that the claim's process is alive, which other processes may not be able to see.
    ///
    /// - Throws: `ExperimentStoreError.claimLost` if the claim has gone to another process.
    public func renew(_ claim: Claim) throws(ExperimentStoreError) {
        try write { database in
            try Self.check(claim, in: database)
            try database.execute(
                sql: "UPDATE claims SET heartbeat_unix_seconds = ? WHERE key = ?", arguments: [Self.unixSeconds, claim.key])
        }
    }

    /// Gives an experiment up at its last checkpoint, from which any process can go on.
    public func interrupt(_ claim: Claim) throws(ExperimentStoreError) { try end(claim, as: .interrupted, reason: nil) }

    /// Gives an experiment up that cannot be run.
    ///
    /// - Parameter reason: why, for a person.
    public func fail(_ claim: Claim, reason: String) throws(ExperimentStoreError) { try end(claim, as: .failed, reason: reason) }

    private func end(_ claim: Claim, as status: ExperimentStatus, reason: String?) throws(ExperimentStoreError) {
        try write { database in
            try Self.check(claim, in: database)
            try database.execute(sql: "DELETE FROM claims WHERE key = ?", arguments: [claim.key])
            guard !claim.replacesResult else { return }
            try database.execute(
                sql: "UPDATE experiments SET status = ?, reason = ? WHERE key = ?",
                arguments: [status.rawValue, reason, claim.key])
        }
    }

    /// Checks that a claim still holds.
    static func check(_ claim: Claim, in database: Database) throws {
        let token = try String.fetchOne(database, sql: "SELECT token FROM claims WHERE key = ?", arguments: [claim.key])
        guard token == claim.token else { throw ExperimentStoreError.claimLost(key: claim.key) }
    }

    /// The process that is at an experiment; nil if none is that is alive.
    static func holder(of key: String, in database: Database, at now: Int) throws -> ProcessIdentity? {
        let row = try Row.fetchOne(
            database, sql: "SELECT place, process_id, started_ticks, heartbeat_unix_seconds FROM claims WHERE key = ?",
            arguments: [key])
        guard let row else { return nil }
        let owner = ProcessIdentity(
            place: try row.decode(String.self, atIndex: 0), processIdentifier: try row.decode(Int.self, atIndex: 1),
            startedTicks: try row.decode(Int.self, atIndex: 2))
        let (silence, overflow) = now.subtractingReportingOverflow(try row.decode(Int.self, atIndex: 3))
        return owner.isRunning ?? (!overflow && silence < longestSilence) ? owner : nil
    }

    /// The time of the claims table.
    static var unixSeconds: Int { Int(Date().timeIntervalSince1970) }

    private static func markRunning(_ record: ExperimentRecord, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE experiments SET status = 'running', reason = NULL, dataset_sha256 = ?, engine_version = ?, cpu = ?, threads = ?
                WHERE key = ?
                """,
            arguments: [record.datasetSHA256, record.engineVersion, record.cpu, record.threads, record.key])
    }
}
