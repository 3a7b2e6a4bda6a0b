import GRDB

/// The tables of a store, as they came to be: one migration for each change, none of which is ever edited again.
enum Schema {
    /// What tells a store from other SQLite files (`file(1)` shows it): "bfro" in ASCII.
    static let applicationIdentifier = 0x6266_726F

    /// All migrations, each in a file of its own.
    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 experiments", migrate: makeExperiments)
        migrator.registerMigration("2 arithmetic", migrate: addArithmetic)
        migrator.registerMigration("3 queue", migrate: addQueue)
        migrator.registerMigration("4 exchange", migrate: addExchange)
        migrator.registerMigration("5 parents", migrate: addParents)
        migrator.registerMigration("6 unknown seeds", migrate: letSeedsBeUnknown)
        return migrator
    }()
}
