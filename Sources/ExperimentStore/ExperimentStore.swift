import Foundation
import GRDB

/// The SQLite file that keeps experiments: what was run, how it went, what came out, and the weights.
///
/// Several processes may use one file at once. Every change is one transaction that is on the disk when its call returns, so that a
/// process that is killed, a full disk or a power cut leave a store that opens, with everything that was ever reported as done.
public struct ExperimentStore: Sendable {
    /// What a store is opened for.
    public enum Access: Hashable, Sendable {
        /// Looking only; the file has to be there, and neither it nor its folder need be writable.
        case reading
        /// Reading and writing; the file and its folders are made if they are missing.
        case writing
    }

    /// The most bytes that weights or a checkpoint may have.
    public static let largestBlob = 256 << 20

    /// The absolute path of the file.
    public let path: String

    /// What it was opened for.
    public let access: Access

    private let connection: Connection
    /// The file that was opened; nil if it could not be looked at.
    private let file: FileIdentity?

    var database: DatabaseQueue { connection.queue }

    init(path: String, access: Access, database: DatabaseQueue) {
        self.path = path
        self.access = access
        connection = Connection(queue: database)
        file = FileIdentity(of: path)
    }

    /// Where the store is unless a user says otherwise: `bitfront/store.sqlite` in `$XDG_DATA_HOME`, or in `~/.local/share`.
    ///
    /// - Parameter environment: the environment variables; a relative `XDG_DATA_HOME` does not count, as its specification says.
    public static func defaultPath(environment: [String: String]) -> String {
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return "\(data)/bitfront/store.sqlite" }
        let home = environment["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path
        return "\(home)/.local/share/bitfront/store.sqlite"
    }

    /// Reads in one transaction.
    func read<Value>(_ body: (Database) throws -> Value) throws(ExperimentStoreError) -> Value {
        do {
            return try database.read(body)
        } catch {
            throw ExperimentStoreError(error, path: path)
        }
    }

    /// Reads statement by statement: in a transaction one that meets damage would take the others with it.
    func readOutsideTransaction<Value>(_ body: (Database) throws -> Value) throws(ExperimentStoreError) -> Value {
        do {
            return try database.unsafeRead(body)
        } catch {
            throw ExperimentStoreError(error, path: path)
        }
    }

    /// Checks that the open file is still the one at the path: what is written into one that was deleted, or that another has taken the
    /// place of, is lost.
    ///
    /// - Throws: `ExperimentStoreError.vanished` if it is not.
    func checkPlace() throws(ExperimentStoreError) {
        if file?.hasLeft(path) == true { throw .vanished(path: path) }
    }

    /// Writes in one transaction, which is on the disk when this returns, or has left no trace when it throws.
    ///
    /// - Throws: `ExperimentStoreError`, among others `.vanished`.
    func write<Value>(_ body: (Database) throws -> Value) throws(ExperimentStoreError) -> Value {
        guard access == .writing else { throw .readOnly(path: path) }
        try checkPlace()
        do {
            let value = try database.write(body)
            markChange()
            return value
        } catch {
            throw ExperimentStoreError(error, path: path)
        }
    }

    /// Sets the file's times, which is how `StoreWatch` hears that a change is complete.
    ///
    /// SQLite writes its log first, waits for the disk, for as long as that may take, and then says in memory that the change is complete,
    /// of which no watch of a file is told.
    private func markChange() { utimensat(AT_FDCWD, path, nil, 0) }
}
