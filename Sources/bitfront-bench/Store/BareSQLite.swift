import GRDBSQLite

/// SQLite by its C interface and nothing else: what the store's commits are held against.
final class BareSQLite {
    /// What SQLite says when a step fails.
    struct Failure: Error {
        let message: String
    }

    /// The values of one row.
    final class Row {
        fileprivate let values: [OpaquePointer?]

        fileprivate init(_ statement: OpaquePointer?) {
            values = (0..<sqlite3_column_count(statement)).map { sqlite3_value_dup(sqlite3_column_value(statement, $0)) }
        }

        /// The first value as text.
        var text: String { values.first.flatMap { sqlite3_value_text($0) }.map { String(cString: $0) } ?? "" }

        deinit { values.forEach { sqlite3_value_free($0) } }
    }

    private var connection: OpaquePointer?
    private var statements: [String: OpaquePointer] = [:]

    /// Opens a file, or makes it, in WAL mode and waiting for the disk at every commit, as the store does.
    init(_ path: String) throws {
        try check(sqlite3_open(path, &connection))
        try execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
    }

    deinit {
        statements.values.forEach { sqlite3_finalize($0) }
        sqlite3_close(connection)
    }

    /// Runs statements that give nothing.
    func execute(_ sql: String) throws { try check(sqlite3_exec(connection, sql, nil, nil, nil)) }

    /// Makes the tables and indices of another file, without its triggers.
    func copyTables(of other: BareSQLite) throws {
        let sql = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name IN ('experiments', 'epochs', 'weights')"
        for row in try other.rows(sql) {
            try execute(row.text)
        }
    }

    /// The rows that a query gives.
    func rows(_ sql: String) throws -> [Row] {
        let statement = try prepared(sql)
        defer { sqlite3_reset(statement) }
        var rows: [Row] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: rows.append(Row(statement))
            case SQLITE_DONE: return rows
            case let code: try check(code)
            }
        }
    }

    /// Adds a row to a table by a statement that is prepared once.
    func insert(_ row: Row, into table: String) throws {
        let marks = Array(repeating: "?", count: row.values.count).joined(separator: ",")
        try run("INSERT INTO \(table) VALUES (\(marks))", row.values)
    }

    /// Runs a statement that is prepared once.
    func run(_ sql: String, _ values: [OpaquePointer?] = []) throws {
        let statement = try prepared(sql)
        for (index, value) in values.enumerated() { sqlite3_bind_value(statement, Int32(index + 1), value) }
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        try check(code)
    }

    private func prepared(_ sql: String) throws -> OpaquePointer {
        if let statement = statements[sql] { return statement }
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v2(connection, sql, -1, &statement, nil))
        guard let statement else { throw Failure(message: "no statement: \(sql)") }
        statements[sql] = statement
        return statement
    }

    private func check(_ code: Int32) throws {
        guard ![SQLITE_OK, SQLITE_DONE, SQLITE_ROW].contains(code) else { return }
        throw Failure(message: String(cString: sqlite3_errmsg(connection)))
    }
}
