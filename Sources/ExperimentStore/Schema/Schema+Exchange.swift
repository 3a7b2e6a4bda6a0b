import GRDB

extension Schema {
    /// What lets damage be told from data, and accuracies that a user has brought.
    ///
    /// The digests are SHA-256 in 32 bytes; null in rows of an older version.
    static func addExchange(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE experiments ADD COLUMN record_sha256 BLOB;
                ALTER TABLE experiments ADD COLUMN history_sha256 BLOB;
                ALTER TABLE checkpoints ADD COLUMN sha256 BLOB;
                CREATE TABLE imported_accuracies (
                    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
                    network TEXT NOT NULL,
                    dataset TEXT NOT NULL,
                    precision TEXT NOT NULL,
                    radix TEXT NOT NULL,
                    accuracy_percent REAL NOT NULL CHECK (accuracy_percent BETWEEN 0 AND 100),
                    test_images INTEGER CHECK (test_images > 0),
                    seeds INTEGER NOT NULL CHECK (seeds > 0),
                    note TEXT,
                    source TEXT NOT NULL,
                    imported_at TEXT NOT NULL
                ) STRICT;
                """)
    }
}
