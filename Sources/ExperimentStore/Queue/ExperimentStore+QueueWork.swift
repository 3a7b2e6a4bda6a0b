import DesignSpace
import GRDB

extension ExperimentStore {
    /// How often an experiment is begun whose worker breaks, before that is a failure: once more by itself than a person would notice.
    public static let mostAttempts = 3

    /// Takes the experiment that is to be begun next, which is running from now on; nil if there is none.
    ///
    /// - Parameter scope: the experiments that the caller is there for, and with them what they start from; while none of these could be
    ///   begun nothing is, and while one of them could, only others of a higher priority come before it. Nil for all.
    /// - Throws: `ExperimentStoreError.queueLost` if another process has taken the lease over.
    public func takeNext(
        under lease: QueueLease, scope: Set<String>? = nil
    ) throws(ExperimentStoreError) -> QueuedExperiment? {
        guard try read({ try Self.readyKey(in: $0, scope: scope) }) != nil else { return nil }
        var reader = QueueRowReader(path: path)
        return try write { database in
            try Self.check(lease, in: database)
            guard let key = try Self.readyKey(in: database, scope: scope) else { return nil }
            try database.execute(
                sql: """
                    UPDATE queue SET state = 'running', request = NULL, attempts = attempts + 1, started_unix_seconds = ? WHERE key = ?
                    """,
                arguments: [Self.unixSeconds, key])
            let sql = "SELECT \(QueueRowReader.columns) FROM queue WHERE key = ?"
            guard let row = try Row.fetchOne(database, sql: sql, arguments: [key]) else { return nil }
            do {
                return try reader.experiment(of: row)
            } catch let error where !(error is DatabaseError) {
                try Self.end(key, as: .failed, reason: "the entry cannot be read", in: database)
                return nil
            }
        }
    }

    /// The experiment that is to be begun next.
    static func readyKey(in database: Database, scope: Set<String>? = nil) throws -> String? {
        let ready = try Row.fetchAll(
            database,
            sql: """
                SELECT key, priority FROM queue AS one WHERE state = 'waiting' AND NOT EXISTS (SELECT 1 FROM queue_pause)
                    AND NOT EXISTS (
                        SELECT 1 FROM queue AS parent
                        WHERE parent.key = one.parent_key AND parent.state IN ('waiting', 'running', 'paused'))
                ORDER BY priority DESC, position, key
                """
        ).map { (key: try $0.decode(String.self, atIndex: 0), priority: try $0.decode(Int.self, atIndex: 1)) }
        guard let first = ready.first else { return nil }
        guard let scope else { return first.key }
        let parents = try Self.parents(of: scope, in: database)
        let own = ready.first { scope.contains($0.key) || parents.contains($0.key) }
        return own.map { first.priority > $0.priority ? first.key : $0.key }
    }

    /// What experiments that wait start from.
    private static func parents(of keys: Set<String>, in database: Database) throws -> Set<String> {
        let rows = try Row.fetchAll(
            database, sql: "SELECT key, parent_key FROM queue WHERE state = 'waiting' AND parent_key IS NOT NULL")
        return try rows.reduce(into: []) { parents, row in
            guard keys.contains(try row.decode(String.self, atIndex: 0)) else { return }
            parents.insert(try row.decode(String.self, atIndex: 1))
        }
    }

    /// Writes down which process is at an experiment, so that it can be told from others should its runner be gone.
    public func noteWorker(_ processIdentifier: Int, of key: String, under lease: QueueLease) throws(ExperimentStoreError) {
        let worker = ProcessIdentity(ofProcess: processIdentifier)
        try write { database in
            try Self.check(lease, in: database)
            try database.execute(
                sql: "UPDATE queue SET worker_place = ?, worker_process_id = ?, worker_started_ticks = ? WHERE key = ?",
                arguments: [worker.place, worker.processIdentifier, worker.startedTicks, key])
        }
    }

    /// Writes down how far experiments are, for every process to see; to be called every few seconds at most.
    public func note(
        _ progress: [String: (TrainingProgress, LossCurve)], under lease: QueueLease
    ) throws(ExperimentStoreError) {
        guard !progress.isEmpty else { return }
        try write { database in
            try Self.check(lease, in: database)
            for (key, (progress, curve)) in progress {
                try database.cachedStatement(sql: "UPDATE queue SET progress_json = ?, loss_curve_json = ? WHERE key = ?")
                    .execute(arguments: [try Self.jsonText(of: progress), try Self.jsonText(of: curve), key])
            }
        }
    }

    /// What the holder of the lease has been asked to do with what is running, by key.
    public func queueRequests() throws(ExperimentStoreError) -> [String: QueuedExperiment.Request] {
        try read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT key, request FROM queue WHERE state = 'running' AND request IS NOT NULL")
            return try rows.reduce(into: [:]) { requests, row in
                let request = try row.decode(String.self, atIndex: 1)
                requests[try row.decode(String.self, atIndex: 0)] = QueuedExperiment.Request(rawValue: request)
            }
        }
    }

    /// Writes down what became of an experiment whose worker has ended.
    ///
    /// - Returns: the state that it is in.
    @discardableResult
    public func settle(
        _ key: String, as settlement: QueueSettlement, under lease: QueueLease
    ) throws(ExperimentStoreError) -> QueuedExperiment.State {
        try write { database in
            try Self.check(lease, in: database)
            let row = try Row.fetchOne(database, sql: "SELECT request, attempts FROM queue WHERE key = ?", arguments: [key])
            guard let row else { throw ExperimentStoreError.notInQueue(key: key) }
            let request = try row.decode(String?.self, atIndex: 0).flatMap(QueuedExperiment.Request.init)
            if case .broken(let reason) = settlement { try Self.markInterrupted(key, reason: reason, in: database) }
            let (state, reason) = Self.state(after: settlement, request, attempts: try row.decode(Int.self, atIndex: 1))
            if state.isPending {
                try database.execute(
                    sql: """
                        UPDATE queue SET state = ?, request = NULL, reason = ?, worker_place = NULL, worker_process_id = NULL,
                            worker_started_ticks = NULL
                        WHERE key = ?
                        """,
                    arguments: [state.rawValue, reason, key])
            } else {
                try Self.end(key, as: state, reason: reason, in: database)
            }
            return state
        }
    }

    /// Ends the claim of a worker that has gone without ending it, and says why.
    private static func markInterrupted(_ key: String, reason: String, in database: Database) throws {
        guard try holder(of: key, in: database, at: unixSeconds) == nil else { return }
        try database.execute(sql: "DELETE FROM claims WHERE key = ?", arguments: [key])
        try database.execute(
            sql: "UPDATE experiments SET status = 'interrupted', reason = ? WHERE key = ? AND status = 'running'",
            arguments: [reason, key])
    }

    private static func state(
        after settlement: QueueSettlement, _ request: QueuedExperiment.Request?, attempts: Int
    ) -> (QueuedExperiment.State, reason: String?) {
        switch (settlement, request) {
        case (.done, _): (.done, nil)
        case (.failed(let reason), _): (.failed, reason)
        case (_, .cancel): (.cancelled, nil)
        case (_, .pause): (.paused, nil)
        case (.stopped, nil): (.waiting, nil)
        case (.stoppedByHand, nil): (.paused, "stopped by hand: the same command goes on from its checkpoint")
        case (.broken(let reason), nil): (attempts < mostAttempts ? .waiting : .failed, reason)
        }
    }

    /// Pauses experiments that wait, because the person who asked for them has stopped; not those that others in the queue wait for.
    public func pauseWaiting(_ keys: Set<String>) throws(ExperimentStoreError) {
        try write { database in
            for key in keys {
                let children = try String.fetchAll(
                    database, sql: "SELECT key FROM queue WHERE parent_key = ? AND state IN ('waiting', 'running')",
                    arguments: [key])
                guard children.allSatisfy(keys.contains) else { continue }
                try database.execute(
                    sql: "UPDATE queue SET state = 'paused', reason = 'stopped by hand: the same command goes on' "
                        + "WHERE key = ? AND state = 'waiting'",
                    arguments: [key])
            }
        }
    }
}
