import DesignSpace
import GRDB

/// Why a store cannot be opened, read or written.
public enum ExperimentStoreError: Error, Hashable, Sendable {
    /// The folder for the file cannot be made.
    case cannotMakeFolder(path: String, reason: String)
    /// The file cannot be opened or made.
    case cannotOpen(path: String)
    /// The file or its folder cannot be written, or it was opened for reading.
    case readOnly(path: String)
    /// What stands there is a pipe, a socket or a device.
    case notAFile(path: String)
    /// The file is no SQLite file, or another program's.
    case notAStore(path: String)
    /// The file is one of this program's, but what it holds makes no sense.
    case damaged(path: String, problem: String)
    /// One record is not what was kept; the others may be well.
    case damagedRecord(path: String, RecordListing.Damage)
    /// A newer version of the program has changed the file in ways that this one does not know.
    case fromTheFuture(path: String, changes: [String])
    /// An older version has made the file, and it was opened for reading, which cannot bring it up to date.
    case outdated(path: String)
    /// The file holds nothing yet, and was opened for reading.
    case empty(path: String)
    /// The file was moved, deleted or replaced while it was open.
    case vanished(path: String)
    /// Another process has kept the file locked for too long.
    case locked(path: String)
    /// The disk, or the user's share of it, is full.
    case diskFull(path: String)
    /// Anything else that SQLite or the system says.
    case failed(path: String, reason: String)
    /// Another process has taken the experiment over, which it only does if this one seemed dead.
    case claimLost(key: String)
    /// Weights whose SHA-256 is not the one that was recorded.
    case weightsChanged(key: String, found: String, expected: String)
    /// A checkpoint whose SHA-256 is not the one that was recorded.
    case checkpointChanged(key: String)
    /// A file of records or accuracies that cannot be read or written; the system's words.
    case file(path: String, reason: String)
    /// A line of a file of records or accuracies that is not what stands in such a file.
    case line(file: String, line: Int, problem: String)
    /// A record of a file that differs from the one of the same key in the store, or in an earlier line.
    case conflict(file: String, line: Int, key: String, other: String, differences: [String])
    /// An experiment that cannot be removed.
    case inUse(key: String, reason: String)
    /// An experiment that is not in the queue.
    case notInQueue(key: String)
    /// A change that cannot be made to an experiment in the queue that is in such a state.
    case queueState(key: String, state: String, change: String)
    /// Another process has taken the queue over, which it only does if this one seemed dead.
    case queueLost
    /// Weights or a checkpoint that are too large to be kept.
    case tooLarge(what: String, bytes: Int, most: Int)

    /// Whose business an error is, which decides the exit status of a command.
    public enum Cause: Hashable, Sendable {
        /// What was asked for cannot be had.
        case request
        /// An input file is wrong.
        case file
        /// Something failed in running.
        case running
    }

    /// Whose business it is.
    public var cause: Cause {
        switch self {
        case .line, .conflict: .file
        case .inUse, .notInQueue, .queueState: .request
        default: .running
        }
    }

    /// Sorts what SQLite or a step of this module threw into the module's own cases.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as ExperimentStoreError: self = error
        case let error as DatabaseError: self.init(sqlite: error, path: path)
        case is RowDecodingError: self = .damaged(path: path, problem: "a value is missing or of another type")
        default: self = .failed(path: path, reason: "\(error)")
        }
    }

    private init(sqlite error: DatabaseError, path: String) {
        switch error.resultCode {
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_NOTADB: self = .notAStore(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path, problem: error.message ?? "SQLite cannot read it")
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .diskFull(path: path)
        default: self = .failed(path: path, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }
}

extension ExperimentStoreError: CustomStringConvertible {
    /// What went wrong, with which file, and what to do.
    public var description: String {
        switch self {
        case .cannotMakeFolder(let path, let reason):
            "the folder \(path) for the store cannot be made: \(reason); name another place with --store FILE"
        case .cannotOpen(let path):
            "the store \(path) cannot be opened: check that its folder exists, and that both may be read and written, or use --store FILE"
        case .readOnly(let path):
            "the store \(path) cannot be written: make the file and its folder writable, or use --store FILE"
        case .notAFile(let path):
            "\(path) is a pipe, a socket or a device, which holds no store: name a file with --store FILE"
        case .notAStore(let path):
            "\(path) is not a store of bitfront; it was left as it is: use --store with another file"
        case .damaged(let path, let problem):
            "the store \(path) is damaged (\(problem)): copy it; `bitfront results export FILE` saves the results that can be read, "
                + "which `bitfront results import FILE --store ANOTHER` brings into another store"
        case .damagedRecord(let path, let damage):
            "the store \(path): \(damage.description); "
                + (damage.key.map { "`bitfront results remove \($0.prefix(12)) --yes` takes it away, to be run again" }
                    ?? "`bitfront results verify` says more")
        case .fromTheFuture(let path, let changes):
            "the store \(path) was written by a newer version of bitfront (it has '\(Self.shown(changes))'); it was left as it is: "
                + "use that version, or another store with --store FILE"
        case .outdated(let path):
            "the store \(path) was written by an older version of bitfront: make the file and its folder writable, so that it can be "
                + "brought up to date"
        case .empty(let path):
            "the store \(path) is empty: `bitfront run` with any point fills it"
        case .vanished(let path):
            "the store \(path) is gone: its file was moved, deleted or replaced while it was in use, and what is written now would be "
                + "lost; put it back and run the same command again, or name another with --store FILE"
        case .locked(let path):
            "the store \(path) is locked by another process: wait for it to end, or end it (`fuser \(path)` says which it is)"
        case .diskFull(let path):
            "there is no room left on the disk for the store \(path): make room and run the same command again, which goes on"
        case .failed(let path, let reason):
            "the store \(path) cannot be used: \(reason)"
        case .claimLost(let key):
            "experiment \(key.prefix(12)) was taken over by another process, because this one did not seem to be alive"
        case .weightsChanged(let key, let found, let expected):
            "the weights of experiment \(key.prefix(12)) are damaged (SHA-256 \(found.prefix(12)), expected \(expected.prefix(12))): "
                + "run it again with --force"
        case .checkpointChanged(let key):
            "the checkpoint of experiment \(key.prefix(12)) is damaged: the run begins anew"
        case .file(let path, let reason):
            "\(path): \(reason)"
        case .line(let file, let line, let problem):
            "\(file):\(line): \(problem)"
        case .conflict(let file, let line, let key, let other, let differences):
            "\(file):\(line): record \(key.prefix(12)) differs from the one in \(other) in \(differences.joined(separator: ", ")): "
                + "nothing was imported; take the line away, or remove the record with `bitfront results remove`"
        case .inUse(let key, let reason):
            "experiment \(key.prefix(12)) cannot be removed: \(reason)"
        case .notInQueue(let key):
            "experiment \(key.prefix(12)) is not in the queue: `bitfront queue list` shows what is"
        case .queueState(let key, let state, let change):
            "experiment \(key.prefix(12)) is \(state), so that it cannot be \(change)"
        case .queueLost:
            "the queue was taken over by another process, because this one did not seem to be alive"
        case .tooLarge(let what, let bytes, let most):
            "\(what) of \(bytes.counted("byte")): the store keeps at most \(most)"
        }
    }

    /// The last of the changes, which come from a file and may be anything.
    private static func shown(_ changes: [String]) -> String { String((changes.last ?? "").prefix(60)) }
}
