import GRDB

extension Schema {
    /// Experiments that are to be run, and the one process that works them.
    ///
    /// `key` does not refer to the table of experiments, whose rows come with the worker's claim. `runner_token` is that of the lease
    /// under which an experiment was begun; the three worker columns tell its process from every other.
    static func addQueue(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE queue (
                    key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 64),
                    spec_json TEXT NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'paused', 'cancelled', 'done', 'failed')),
                    request TEXT CHECK (request IN ('pause', 'cancel')),
                    reason TEXT,
                    priority INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    parent_key TEXT,
                    threads INTEGER CHECK (threads BETWEEN 1 AND 256),
                    replaces INTEGER NOT NULL CHECK (replaces IN (0, 1)),
                    presets_json TEXT NOT NULL,
                    attempts INTEGER NOT NULL DEFAULT 0,
                    estimated_seconds REAL,
                    added_unix_seconds INTEGER NOT NULL,
                    started_unix_seconds INTEGER,
                    ended_unix_seconds INTEGER,
                    worker_place TEXT,
                    worker_process_id INTEGER,
                    worker_started_ticks INTEGER,
                    progress_json TEXT,
                    loss_curve_json TEXT
                ) STRICT;
                CREATE INDEX queue_order ON queue (state, priority DESC, position);
                CREATE TABLE queue_lease (
                    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
                    token TEXT NOT NULL,
                    place TEXT NOT NULL,
                    process_id INTEGER NOT NULL,
                    started_ticks INTEGER NOT NULL,
                    heartbeat_unix_seconds INTEGER NOT NULL,
                    works_everything INTEGER NOT NULL CHECK (works_everything IN (0, 1))
                ) STRICT;
                CREATE TABLE queue_pause (
                    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1)
                ) STRICT;
                """)
    }
}
