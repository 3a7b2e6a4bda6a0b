import DesignSpace
import Foundation
import GRDB

extension ExperimentStore {
    /// The most experiments that the queue keeps behind their end, so that a person can see what became of them.
    static let mostEnded = 200

    /// The queue as it is.
    ///
    /// To look again and again, use a `QueueWatch`, which reads only what has changed.
    public func queue() throws(ExperimentStoreError) -> QueueSnapshot {
        var reader = QueueRowReader(path: path)
        return try read { try Self.snapshot(in: $0, by: &reader) }
    }

    static func snapshot(in database: Database, by reader: inout QueueRowReader) throws -> QueueSnapshot {
        let (experiments, unreadable) = try reader.experiments(in: database)
        let runner = try leaseHolder(in: database)?.owner.processIdentifier
        var snapshot = QueueSnapshot(
            experiments: runner == nil ? experiments.map(\.interrupted) : experiments, runner: runner,
            isPaused: try isPaused(database), unreadable: unreadable)
        snapshot.isRunnerStarting = snapshot.expectsRunner(at: unixSeconds)
        return snapshot
    }

    static func isPaused(_ database: Database) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM queue_pause)") ?? false
    }

    /// Puts experiments behind those that are in the queue, in one transaction.
    ///
    /// One that is waiting or running already stays where it is, unless it gets a higher priority. One that was paused, cancelled, failed
    /// or done waits again. One whose float32 parent is in the queue, or in the same call, waits for it, and the parent is given its
    /// priority.
    ///
    /// - Parameter first: whether they come before everything that waits, because somebody waits for them: they get at least the highest
    ///   priority of that, and stand in front of it.
    public func enqueue(_ entries: [QueueEntry], first: Bool = false) throws(ExperimentStoreError) {
        try write { database in
            var position = try Int.fetchOne(database, sql: "SELECT coalesce(max(position), 0) FROM queue") ?? 0
            for entry in entries {
                position += 1
                try Self.insert(entry, position: position, in: database)
            }
            if first { try Self.moveToFront(entries.map(\.spec.key), in: database) }
            for key in entries.map(\.spec.key) { try Self.raisePriorityOfParent(of: key, in: database) }
            try Self.forgetOldest(in: database)
        }
    }

    private static func insert(_ entry: QueueEntry, position: Int, in database: Database) throws {
        let key = entry.spec.key
        let parent = try entry.spec.parent.flatMap { parent in
            let sql = "SELECT key FROM queue WHERE key = ? AND state IN ('waiting', 'running', 'paused')"
            return try String.fetchOne(database, sql: sql, arguments: [parent.key])
        }
        // `queue.` is what was there, `excluded.` what would be inserted.
        try database.cachedStatement(
            sql: """
                INSERT INTO queue (key, spec_json, state, priority, position, parent_key, threads, replaces, presets_json,
                    estimated_seconds, added_unix_seconds, is_for_others)
                VALUES (?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET
                    priority = iif(state IN ('waiting', 'running'), max(queue.priority, excluded.priority), excluded.priority),
                    position = iif(state IN ('waiting', 'running'), queue.position, excluded.position),
                    attempts = iif(state IN ('waiting', 'running'), queue.attempts, 0),
                    reason = iif(state IN ('waiting', 'running'), queue.reason, NULL),
                    progress_json = iif(state IN ('cancelled', 'failed', 'done'), NULL, queue.progress_json),
                    loss_curve_json = iif(state IN ('cancelled', 'failed', 'done'), NULL, queue.loss_curve_json),
                    is_for_others = excluded.is_for_others AND (queue.is_for_others OR state IN ('cancelled', 'failed', 'done')),
                    threads = excluded.threads, replaces = max(queue.replaces AND state <> 'done', excluded.replaces),
                    presets_json = excluded.presets_json, parent_key = excluded.parent_key, request = NULL,
                    ended_unix_seconds = NULL, estimated_seconds = coalesce(excluded.estimated_seconds, queue.estimated_seconds),
                    state = iif(state = 'running', 'running', 'waiting')
                """
        ).execute(
            arguments: [
                key, try jsonText(of: entry.spec), entry.priority, position, parent, entry.threads, entry.replaces,
                try jsonText(of: entry.presets), entry.estimatedSeconds, unixSeconds, entry.isForOthers,
            ])
    }

    /// Brings experiments that wait before all others that do.
    private static func moveToFront(_ keys: [String], in database: Database) throws {
        let waiting = "FROM queue WHERE state = 'waiting'"
        let front = try Int.fetchOne(database, sql: "SELECT min(position) \(waiting)") ?? 0
        let highest = try Int.fetchOne(database, sql: "SELECT max(priority) \(waiting)") ?? 0
        for (index, key) in keys.enumerated() {
            let position = front.subtractingReportingOverflow(keys.count - index)
            try database.execute(
                sql: "UPDATE queue SET priority = max(priority, ?), position = ? WHERE key = ? AND state = 'waiting'",
                arguments: [highest, position.overflow ? Int.min : position.partialValue, key])
        }
    }

    /// Gives the parent of an experiment at least its priority: it is what the experiment waits for.
    static func raisePriorityOfParent(of key: String, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE queue SET priority = max(priority, (SELECT priority FROM queue WHERE key = :key))
                WHERE key = (SELECT parent_key FROM queue WHERE key = :key)
                """,
            arguments: ["key": key])
    }

    private static func forgetOldest(in database: Database) throws {
        try database.execute(
            sql: """
                DELETE FROM queue WHERE key IN (
                    SELECT key FROM queue WHERE state IN ('cancelled', 'done', 'failed')
                    ORDER BY ended_unix_seconds DESC LIMIT -1 OFFSET ?)
                """,
            arguments: [mostEnded])
    }

    static func jsonText(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
