import DesignSpace
import GRDB

extension ExperimentStore {
    /// Pauses the whole queue: what runs goes on, nothing is begun until `resumeQueue`.
    public func pauseQueue() throws(ExperimentStoreError) {
        try write { try $0.execute(sql: "INSERT OR IGNORE INTO queue_pause VALUES (1)") }
    }

    /// Ends the pause of the whole queue; experiments that were paused by themselves stay so.
    public func resumeQueue() throws(ExperimentStoreError) {
        try write { try $0.execute(sql: "DELETE FROM queue_pause") }
    }

    /// Pauses an experiment; its runner stops it at a checkpoint if it is running.
    ///
    /// - Throws: `ExperimentStoreError.notInQueue`, or `.queueState` if it has come to its end.
    public func pause(_ key: String) throws(ExperimentStoreError) {
        try change(key, "paused") { state, database in
            switch state {
            case .paused: break
            case .waiting: try Self.set(key, to: .paused, in: database)
            case .running: try Self.ask(.pause, of: key, in: database)
            default: return false
            }
            return true
        }
    }

    /// Lets a paused experiment go on when its turn comes.
    ///
    /// - Throws: `ExperimentStoreError.notInQueue`, or `.queueState` if it has come to its end.
    public func resume(_ key: String) throws(ExperimentStoreError) {
        try change(key, "resumed") { state, database in
            switch state {
            case .waiting: break
            case .paused: try Self.set(key, to: .waiting, in: database)
            case .running: try Self.ask(nil, of: key, in: database)
            default: return false
            }
            return true
        }
    }

    /// Cancels an experiment and those that start from its weights; its runner stops it at a checkpoint if it is running.
    ///
    /// A parent that has not begun and was queued for it alone is cancelled with it. What was trained is kept in the store.
    ///
    /// - Throws: `ExperimentStoreError.notInQueue`, or `.queueState` if it has come to its end.
    public func cancel(_ key: String) throws(ExperimentStoreError) {
        var reader = QueueRowReader(path: path)
        try change(key, "cancelled") { state, database in
            switch state {
            case .cancelled: break
            case .waiting, .paused:
                try Self.end(key, as: .cancelled, reason: nil, in: database)
                try Self.releaseParent(of: key, by: &reader, in: database)
            case .running: try Self.ask(.cancel, of: key, in: database)
            default: return false
            }
            return true
        }
    }

    /// Lets an experiment that failed, was cancelled or is paused wait again, and its parent too if that did not come to its result.
    ///
    /// It goes on from its last checkpoint.
    ///
    /// - Throws: `ExperimentStoreError.notInQueue`, or `.queueState` if its result is in the store.
    public func retry(_ key: String) throws(ExperimentStoreError) {
        try change(key, "retried") { state, database in
            switch state {
            case .waiting: break
            case .failed, .cancelled, .paused:
                try Self.set(key, to: .waiting, in: database)
                try database.execute(
                    sql: """
                        UPDATE queue SET state = 'waiting', attempts = 0, reason = NULL, ended_unix_seconds = NULL
                        WHERE key = (SELECT parent_key FROM queue WHERE key = ?) AND state IN ('failed', 'cancelled', 'paused')
                        """,
                    arguments: [key])
            case .running: try Self.ask(nil, of: key, in: database)
            case .done: return false
            }
            return true
        }
    }

    /// Gives an experiment a priority, and its parent at least the same.
    ///
    /// - Throws: `ExperimentStoreError.notInQueue`, or `.queueState` if it has come to its end.
    public func setPriority(_ priority: Int, of key: String) throws(ExperimentStoreError) {
        try change(key, "given a priority") { state, database in
            guard state.isPending else { return false }
            try database.execute(sql: "UPDATE queue SET priority = ? WHERE key = ?", arguments: [priority, key])
            try Self.raisePriorityOfParent(of: key, in: database)
            return true
        }
    }

    /// Removes what has come to its end, and what cannot be read.
    ///
    /// - Returns: how many entries were removed.
    @discardableResult
    public func clearQueue() throws(ExperimentStoreError) -> Int {
        var reader = QueueRowReader(path: path)
        return try write { database in
            let readable = Set(try reader.experiments(in: database).experiments.map(\.key))
            let keys = try String.fetchAll(database, sql: "SELECT key FROM queue WHERE state <> 'running'")
            let ended = try String.fetchAll(database, sql: "SELECT key FROM queue WHERE state IN ('cancelled', 'done', 'failed')")
            let unwanted = Set(ended).union(keys.filter { !readable.contains($0) })
            for key in unwanted { try database.execute(sql: "DELETE FROM queue WHERE key = ?", arguments: [key]) }
            return unwanted.count
        }
    }

    /// Changes an experiment in a way that depends on its state.
    ///
    /// - Parameters:
    ///   - what: what would be done to it, for an error.
    ///   - body: makes the change; false if it cannot be made in this state.
    private func change(
        _ key: String, _ what: String, _ body: (QueuedExperiment.State, Database) throws -> Bool
    ) throws(ExperimentStoreError) {
        try write { database in
            if try Self.leaseHolder(in: database) == nil {
                // Nobody is there to ask. Which worker was at it stays known to whoever works the queue next: it may hang.
                try database.execute(
                    sql: "UPDATE queue SET \(Self.interruption) WHERE key = ? AND state = 'running'", arguments: [key])
            }
            guard let state = try Self.state(of: key, in: database) else { throw ExperimentStoreError.notInQueue(key: key) }
            guard try body(state, database) else {
                throw ExperimentStoreError.queueState(key: key, state: state.rawValue, change: what)
            }
        }
    }

    static func state(of key: String, in database: Database) throws -> QueuedExperiment.State? {
        try String.fetchOne(database, sql: "SELECT state FROM queue WHERE key = ?", arguments: [key])
            .flatMap(QueuedExperiment.State.init)
    }

    /// Brings an experiment into a state from which it can go on, as if nothing had been tried yet.
    private static func set(_ key: String, to state: QueuedExperiment.State, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE queue SET state = ?, request = NULL, attempts = 0, reason = NULL, ended_unix_seconds = NULL WHERE key = ?
                """,
            arguments: [state.rawValue, key])
    }

    private static func ask(_ request: QueuedExperiment.Request?, of key: String, in database: Database) throws {
        try database.execute(sql: "UPDATE queue SET request = ? WHERE key = ?", arguments: [request?.rawValue, key])
    }

    /// Ends an experiment; those that wait for its weights end with it if it ends without.
    static func end(_ key: String, as state: QueuedExperiment.State, reason: String?, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE queue SET state = ?, request = NULL, reason = ?, ended_unix_seconds = ?, worker_place = NULL,
                    worker_process_id = NULL, worker_started_ticks = NULL
                WHERE key = ?
                """,
            arguments: [state.rawValue, reason, unixSeconds, key])
        guard state != .done else { return }
        let verb = state == .failed ? "failed" : "was cancelled"
        try database.execute(
            sql: """
                UPDATE queue SET state = ?, reason = ?, ended_unix_seconds = ?
                WHERE parent_key = ? AND state IN ('waiting', 'paused')
                """,
            arguments: [
                state.rawValue, "it starts from the weights of \(key.prefix(12)), which \(verb)", unixSeconds, key,
            ])
    }
}
