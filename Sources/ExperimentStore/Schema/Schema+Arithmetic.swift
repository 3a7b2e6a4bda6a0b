import GRDB

extension Schema {
    /// What inference in integers was found to need and to lose, as JSON; null for float32 and in rows of an older version.
    static func addArithmetic(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE experiments ADD COLUMN arithmetic_json TEXT")
    }
}
