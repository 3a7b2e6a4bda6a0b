import Foundation
import GRDB

extension ExperimentStore {
    /// How often making a store may be lost to other processes that do the same, before that is an error.
    private static let mostRaces = 40

    /// How long a call waits for another process to end its transaction, in seconds.
    static let patience: TimeInterval = 20

    /// Opens a store, which for writing is made or brought up to date first.
    ///
    /// - Throws: `ExperimentStoreError` if the file is none of this program's, of a newer version of it, damaged, or out of reach; then
    ///   nothing was changed.
    public static func open(at path: String, for access: Access) throws(ExperimentStoreError) -> ExperimentStore {
        try open(at: path, for: access, patience: patience)
    }

    /// Opens a store for reading, if there is one; an older version's is brought up to date.
    ///
    /// - Returns: nil if there is no file, or an empty one; none is made.
    /// - Throws: what `open` does.
    public static func openIfPresent(at path: String) throws(ExperimentStoreError) -> ExperimentStore? {
        let path = absolute(path)
        guard !OrdinaryFile.isSpecial(path) else { throw .notAFile(path: path) }
        // A file of no bytes is there between a store's being made and its being filled.
        if OrdinaryFile.size(of: path) ?? 0 == 0, !FileManager.default.fileExists(atPath: path + "-wal") { return nil }
        do {
            return try open(at: path, for: .reading)
        } catch .empty {
            return nil
        } catch .outdated(let path) {
            // An older version's, or one that was killed while it made the store; what cannot be written stays as it is.
            do throws(ExperimentStoreError) { _ = try open(at: path, for: .writing) } catch .readOnly {
                throw .outdated(path: path)
            }
            return try open(at: path, for: .reading)
        }
    }

    static func open(
        at path: String, for access: Access, patience: TimeInterval
    ) throws(ExperimentStoreError) -> ExperimentStore {
        let path = absolute(path)
        var isFolder: ObjCBool = false
        guard !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || !isFolder.boolValue else {
            throw .failed(path: path, reason: "it is a folder; name a file with --store FILE")
        }
        guard !OrdinaryFile.isSpecial(path) else { throw .notAFile(path: path) }
        if access == .writing { try makeFolder(of: path) }
        do {
            return try connected(at: path, for: access, patience: patience, attemptsLeft: mostRaces)
        } catch {
            throw ExperimentStoreError(error, path: path)
        }
    }

    /// Opens a store, again and with another connection where a process that makes the same store at the same time was faster.
    ///
    /// A connection that has lost that race must go: what GRDB has cached of the tables does not hold any more.
    private static func connected(
        at path: String, for access: Access, patience: TimeInterval, attemptsLeft: Int
    ) throws -> ExperimentStore {
        let store = ExperimentStore(
            path: path, access: access, database: try connect(to: path, for: access, patience: patience))
        try store.checkOwnership()
        guard access == .writing else { return store }
        do {
            try store.bringUpToDate()
            return store
        } catch let error as DatabaseError where attemptsLeft > 0 && raceResults.contains(error.resultCode) {
            try store.database.close()
            Thread.sleep(forTimeInterval: .random(in: 0.005...0.05))
            return try connected(at: path, for: access, patience: patience, attemptsLeft: attemptsLeft - 1)
        }
    }

    /// What SQLite says to whoever makes the same tables a moment later, and to whoever wants WAL mode while another is at it.
    private static let raceResults: [ResultCode] = [
        .SQLITE_ERROR, .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CONSTRAINT, .SQLITE_SCHEMA,
    ]

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

    private static func makeFolder(of path: String) throws(ExperimentStoreError) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotMakeFolder(path: folder, reason: SystemWords.of(error))
        }
    }

    private static func connect(to path: String, for access: Access, patience: TimeInterval) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = access == .reading
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { database in
            if access == .writing {
                // In WAL mode the default of NORMAL would let a power cut take back what was reported as done.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA journal_size_limit = 16777216")
            }
            // Opening reads nothing; this does.
            _ = try Int.fetchOne(database, sql: "PRAGMA schema_version")
        }
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError where access == .reading && canBeReadAsItIs(path, error) {
            return try DatabaseQueue(path: immutableAddress(of: path), configuration: configuration)
        }
    }

    /// Whether a file that SQLite refused to read can be read without its write-ahead log, for which a folder must be writable.
    ///
    /// Only where no such log is left: it would hold the latest commits.
    private static func canBeReadAsItIs(_ path: String, _ error: DatabaseError) -> Bool {
        guard [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) else { return false }
        let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return FileManager.default.isReadableFile(atPath: path) && (log == nil || log?[.size] as? UInt64 == 0)
    }

    /// The file as a URI that tells SQLite that nobody changes it.
    private static func immutableAddress(of path: String) -> String {
        URL(fileURLWithPath: path).absoluteString + "?immutable=1"
    }

    /// Checks that the file is this program's, and not of a newer version of it, before anything is changed.
    private func checkOwnership() throws {
        try database.read { database in
            let identifier = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
            // Between its first two transactions a store that is being made has migrations but no mark yet.
            guard identifier == Schema.applicationIdentifier || Set(tables).isSubset(of: ["grdb_migrations"]) else {
                throw ExperimentStoreError.notAStore(path: path)
            }
            let list = "SELECT identifier FROM grdb_migrations ORDER BY rowid"
            let applied = tables.contains("grdb_migrations") ? try String.fetchAll(database, sql: list) : []
            if access == .reading, applied.isEmpty { throw ExperimentStoreError.empty(path: path) }
            let known = Set(Schema.migrator.migrations)
            let unknown = applied.filter { !known.contains($0) }
            guard unknown.isEmpty else { throw ExperimentStoreError.fromTheFuture(path: path, changes: unknown) }
            guard access == .writing || applied.count == known.count else { throw ExperimentStoreError.outdated(path: path) }
        }
    }

    /// Applies the migrations that are missing.
    private func bringUpToDate() throws {
        if try database.read(Schema.migrator.hasCompletedMigrations) { return }
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try Schema.migrator.migrate(database)
    }
}
