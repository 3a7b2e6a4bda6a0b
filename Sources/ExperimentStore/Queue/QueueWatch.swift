import DesignSpace
import GRDB

/// Looks at the queue again and again, reading it only when something in the store has changed.
///
/// A look at an unchanged store is two numbers that SQLite keeps in memory and the system's word that its file is still there, and so is who
/// works the queue: one who was killed can tell nobody.
public struct QueueWatch: Sendable {
    private let store: ExperimentStore
    private var reader: QueueRowReader
    private var seen: Mark?
    private var runner: Int?
    /// The queue as it was last read, while somebody is about to work it: that nobody came changes nothing in the store.
    private var starting: QueueSnapshot?
    /// What was found before anybody asked.
    private var ahead: QueueSnapshot?

    /// What changes with every change of the store: by others, and through the connection itself.
    private struct Mark: Hashable {
        let dataVersion: Int
        let totalChanges: Int
    }

    /// Starts to look at a store's queue.
    public init(_ store: ExperimentStore) {
        self.store = store
        reader = QueueRowReader(path: store.path)
    }

    /// Looks already, for whoever asks next; what goes wrong is that one's to see.
    public mutating func lookAhead() { ahead = try? next() }

    /// The queue, if the store has changed since the last call, or at the first; else nil.
    ///
    /// - Throws: `ExperimentStoreError.vanished` if the store's file is at its path no more, so that nothing that others do is seen.
    public mutating func next() throws(ExperimentStoreError) -> QueueSnapshot? {
        try store.checkPlace()
        if let ahead {
            self.ahead = nil
            return ahead
        }
        let (known, runner, store, starting) = (seen, runner, store, starting)
        var reader = reader
        let found: (Mark, QueueSnapshot)? = try store.read { database in
            let mark = Mark(
                dataVersion: try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0, totalChanges: database.totalChangesCount)
            let isLate = starting.map { !$0.expectsRunner(at: ExperimentStore.unixSeconds) } ?? false
            if mark == known, !isLate,
                try runner == nil || runner == ExperimentStore.leaseHolder(in: database)?.owner.processIdentifier
            {
                return nil
            }
            return (mark, try ExperimentStore.snapshot(in: database, by: &reader))
        }
        guard let (mark, snapshot) = found else { return nil }
        self.reader = reader
        (seen, self.runner, self.starting) = (mark, snapshot.runner, snapshot.isRunnerStarting ? snapshot : nil)
        return snapshot
    }
}
