import GRDB

extension Schema {
    /// Whether an experiment in the queue is there for the weights that others start from, and nobody has asked for it itself.
    static func addParents(_ database: Database) throws {
        try database.execute(
            sql: "ALTER TABLE queue ADD COLUMN is_for_others INTEGER NOT NULL DEFAULT 0 CHECK (is_for_others IN (0, 1))")
    }
}
