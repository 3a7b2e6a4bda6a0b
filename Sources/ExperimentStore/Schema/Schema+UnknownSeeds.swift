import GRDB

extension Schema {
    /// Lets it be unknown of how many runs an imported accuracy is: SQLite takes a constraint away with its table only.
    static func letSeedsBeUnknown(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE new_imported_accuracies (
                    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
                    network TEXT NOT NULL,
                    dataset TEXT NOT NULL,
                    precision TEXT NOT NULL,
                    radix TEXT NOT NULL,
                    accuracy_percent REAL NOT NULL CHECK (accuracy_percent BETWEEN 0 AND 100),
                    test_images INTEGER CHECK (test_images > 0),
                    seeds INTEGER CHECK (seeds > 0),
                    note TEXT,
                    source TEXT NOT NULL,
                    imported_at TEXT NOT NULL
                ) STRICT;
                INSERT INTO new_imported_accuracies (
                    key, network, dataset, precision, radix, accuracy_percent, test_images, seeds, note, source, imported_at)
                    SELECT key, network, dataset, precision, radix, accuracy_percent, test_images, seeds, note, source, imported_at
                    FROM imported_accuracies;
                DROP TABLE imported_accuracies;
                ALTER TABLE new_imported_accuracies RENAME TO imported_accuracies;
                """)
    }
}
