import DesignSpace
import GRDB

extension ExperimentStore {
    /// Cancels the parent of an experiment that was cancelled, if it was queued for nothing but its weights, nothing else in the queue
    /// needs those, and it has not begun; one that has begun goes on. The experiment's reason says which.
    static func releaseParent(of key: String, by reader: inout QueueRowReader, in database: Database) throws {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT \(QueueRowReader.columns) FROM queue AS parent
                WHERE key = (SELECT parent_key FROM queue WHERE key = :key) AND is_for_others
                    AND state IN ('waiting', 'running', 'paused')
                    AND NOT EXISTS (
                        SELECT 1 FROM queue AS other
                        WHERE other.parent_key = parent.key AND other.state IN ('waiting', 'running', 'paused'))
                """,
            arguments: ["key": key])
        guard let row, let parent = try? reader.experiment(of: row) else { return }
        let hasBegun = parent.state == .running || parent.startedAt != nil
        if !hasBegun {
            let reason = "nothing in the queue starts from its weights any more"
            try end(parent.key, as: .cancelled, reason: reason, in: database)
        }
        try database.execute(
            sql: "UPDATE queue SET reason = ? WHERE key = ?",
            arguments: [
                hasBegun
                    ? "\(parent.name), whose weights it was to start from, had begun and was left to: they are of use; cancel it as well if not"
                    : "\(parent.name), queued for nothing else, is cancelled with it", key,
            ])
    }
}
