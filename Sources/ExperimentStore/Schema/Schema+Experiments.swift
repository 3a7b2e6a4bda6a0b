import GRDB

extension Schema {
    /// Experiments with their epochs, weights and checkpoints, and who is at them.
    static func makeExperiments(_ database: Database) throws {
        try database.execute(sql: experiments + results + claims + immutability)
        try database.execute(sql: "PRAGMA application_id = \(applicationIdentifier)")
    }

    /// `seed` holds the bits of an unsigned number; `recipe_json` is the whole recipe, `recipe` its name.
    private static let experiments = """
        CREATE TABLE experiments (
            key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
            status TEXT NOT NULL CHECK (status IN ('done', 'not converged', 'running', 'interrupted', 'failed')),
            reason TEXT,
            network TEXT NOT NULL,
            network_fingerprint TEXT NOT NULL,
            dataset TEXT NOT NULL,
            precision TEXT NOT NULL,
            radix TEXT NOT NULL,
            seed INTEGER NOT NULL,
            recipe TEXT NOT NULL,
            recipe_json TEXT NOT NULL,
            test_accuracy_percent REAL,
            validation_accuracy_percent REAL,
            test_images INTEGER,
            epochs INTEGER NOT NULL DEFAULT 0,
            seconds REAL,
            images_per_second REAL,
            weights_sha256 TEXT,
            dataset_sha256 TEXT,
            parent_key TEXT,
            quantization_json TEXT,
            engine_version TEXT NOT NULL,
            cpu TEXT NOT NULL,
            threads INTEGER NOT NULL,
            created_at TEXT NOT NULL
        ) STRICT;

        """

    private static let results = """
        CREATE TABLE epochs (
            key TEXT NOT NULL REFERENCES experiments (key) ON DELETE CASCADE,
            epoch INTEGER NOT NULL CHECK (epoch > 0),
            training_loss REAL NOT NULL,
            validation_accuracy_percent REAL NOT NULL,
            learning_rate REAL NOT NULL,
            seconds REAL NOT NULL,
            PRIMARY KEY (key, epoch)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE weights (
            key TEXT NOT NULL PRIMARY KEY REFERENCES experiments (key) ON DELETE CASCADE,
            sha256 TEXT NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE checkpoints (
            key TEXT NOT NULL PRIMARY KEY REFERENCES experiments (key) ON DELETE CASCADE,
            bytes BLOB NOT NULL
        ) STRICT;

        """

    /// Who is at an experiment: `place` is the machine since it was started, `started_ticks` tells a process from a later one of its id.
    private static let claims = """
        CREATE TABLE claims (
            key TEXT NOT NULL PRIMARY KEY REFERENCES experiments (key) ON DELETE CASCADE,
            token TEXT NOT NULL,
            place TEXT NOT NULL,
            process_id INTEGER NOT NULL,
            started_ticks INTEGER NOT NULL,
            heartbeat_unix_seconds INTEGER NOT NULL
        ) STRICT;

        """

    /// A result can be removed as a whole, but nothing of it can be changed.
    private static let immutability: String = {
        let isFinal = "EXISTS (SELECT 1 FROM experiments WHERE key = %.key AND status IN ('done', 'not converged'))"
        let tables = ["epochs", "weights"].flatMap { table in
            [("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")].map { change, row in
                trigger(change, on: table, when: isFinal.replacing("%", with: row))
            }
        }
        let experiments = trigger("UPDATE", on: "experiments", when: "OLD.status IN ('done', 'not converged')")
        return (tables + [experiments]).joined()
    }()

    private static func trigger(_ change: String, on table: String, when condition: String) -> String {
        """
        CREATE TRIGGER final_\(table)_\(change.lowercased()) BEFORE \(change) ON \(table) WHEN \(condition)
        BEGIN SELECT RAISE(ABORT, 'a result that is complete cannot be changed'); END;

        """
    }
}
