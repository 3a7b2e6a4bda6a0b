import GRDB
import GRDBSQLite

/// The values of the row at which a statement stands, read where SQLite has them.
///
/// A hundred thousand rows with half a dozen texts each are read in half the time without a `String` for each of them.
struct RowValues {
    private let statement: Statement

    /// Takes a statement, whose cursor moves on from row to row.
    init(of statement: Statement) { self.statement = statement }

    /// The bytes of a text, in UTF-8 if the file is what it should be, until the cursor moves on; nil for anything but a text.
    func text(at column: Int32) -> UnsafeRawBufferPointer? {
        guard
            sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_TEXT,
            let start = sqlite3_column_text(statement.sqliteStatement, column)
        else { return nil }
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement.sqliteStatement, column)))
    }

    /// A number; nil for anything else.
    func number(at column: Int32) -> Double? {
        let type = sqlite3_column_type(statement.sqliteStatement, column)
        guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else { return nil }
        return sqlite3_column_double(statement.sqliteStatement, column)
    }

    /// A whole number; nil for anything else.
    func integer(at column: Int32) -> Int? {
        guard sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_INTEGER else { return nil }
        return Int(sqlite3_column_int64(statement.sqliteStatement, column))
    }

    /// Whether there is no value.
    func isNull(at column: Int32) -> Bool { sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_NULL }
}
