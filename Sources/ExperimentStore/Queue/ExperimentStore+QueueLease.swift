import DesignSpace
import Foundation
import GRDB

extension ExperimentStore {
    /// Asks for the right to work the queue.
    ///
    /// Of a holder that is gone, the lease is taken over: what it was running waits again.
    ///
    /// - Parameter worksEverything: whether the caller is going to work until nothing is left to do.
    public func acquireQueue(worksEverything: Bool) throws(ExperimentStoreError) -> LeaseOutcome {
        try acquireQueue(worksEverything: worksEverything, by: .current)
    }

    func acquireQueue(worksEverything: Bool, by owner: ProcessIdentity) throws(ExperimentStoreError) -> LeaseOutcome {
        // A look before the leap: whoever waits for the lease must not write twice a second.
        if let holder = try read(Self.leaseHolder) { return holder.outcome }
        return try write { database in
            if let holder = try Self.leaseHolder(in: database) { return holder.outcome }
            let leftovers = try Self.knownWorkers(in: database).filter { $0.isRunning == true }
            try database.execute(
                sql: """
                    UPDATE queue SET \(Self.interruption) WHERE state = 'running';
                    UPDATE queue SET worker_place = NULL, worker_process_id = NULL, worker_started_ticks = NULL
                        WHERE worker_process_id IS NOT NULL;
                    """)
            let lease = QueueLease(token: UUID().uuidString, leftovers: leftovers.map(LeftoverWorker.init))
            try database.execute(
                sql: "INSERT OR REPLACE INTO queue_lease VALUES (1, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    lease.token, owner.place, owner.processIdentifier, owner.startedTicks, Self.unixSeconds, worksEverything,
                ])
            return .granted(lease)
        }
    }

    /// What becomes of a running experiment where nobody who is alive works the queue: it waits, or is what it was asked to become.
    static let interruption = """
        state = iif(request = 'cancel', 'cancelled', iif(request = 'pause', 'paused', 'waiting')), request = NULL,
        attempts = max(0, attempts - 1)
        """

    /// Tells that the holder is alive, which other processes may not be able to see.
    ///
    /// - Throws: `ExperimentStoreError.queueLost` if another process has taken the lease over.
    public func renew(_ lease: QueueLease) throws(ExperimentStoreError) {
        try write { database in
            try Self.check(lease, in: database)
            try database.execute(sql: "UPDATE queue_lease SET heartbeat_unix_seconds = ?", arguments: [Self.unixSeconds])
        }
    }

    /// Gives the lease back.
    ///
    /// - Parameter onlyIfIdle: whether to keep it while there is something that could be begun. Who adds an experiment and finds the
    ///   queue worked can so rely on that the experiment is seen.
    /// - Returns: whether it was given back.
    @discardableResult
    public func release(_ lease: QueueLease, onlyIfIdle: Bool = false) throws(ExperimentStoreError) -> Bool {
        try write { database in
            try Self.check(lease, in: database)
            if onlyIfIdle, try Self.readyKey(in: database, scope: nil) != nil { return false }
            try database.execute(sql: "DELETE FROM queue_lease")
            return true
        }
    }

    /// A row of the lease.
    struct LeaseHolder {
        let owner: ProcessIdentity
        let worksEverything: Bool

        var outcome: LeaseOutcome {
            .held(processIdentifier: owner.processIdentifier, worksEverything: worksEverything)
        }
    }

    /// Who works the queue; nil if nobody does who is alive.
    static func leaseHolder(in database: Database) throws -> LeaseHolder? {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT place, process_id, started_ticks, heartbeat_unix_seconds, works_everything FROM queue_lease")
        guard let row else { return nil }
        let owner = ProcessIdentity(
            place: try row.decode(String.self, atIndex: 0), processIdentifier: try row.decode(Int.self, atIndex: 1),
            startedTicks: try row.decode(Int.self, atIndex: 2))
        let (silence, overflow) = unixSeconds.subtractingReportingOverflow(try row.decode(Int.self, atIndex: 3))
        guard owner.isRunning ?? (!overflow && silence < longestSilence) else { return nil }
        return LeaseHolder(owner: owner, worksEverything: try row.decode(Bool.self, atIndex: 4))
    }

    static func check(_ lease: QueueLease, in database: Database) throws {
        let token = try String.fetchOne(database, sql: "SELECT token FROM queue_lease")
        guard token == lease.token else { throw ExperimentStoreError.queueLost }
    }

    private static func knownWorkers(in database: Database) throws -> [ProcessIdentity] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT worker_place, worker_process_id, worker_started_ticks FROM queue
                WHERE worker_process_id IS NOT NULL
                """)
        return try rows.map { row in
            ProcessIdentity(
                place: try row.decode(String.self, atIndex: 0), processIdentifier: try row.decode(Int.self, atIndex: 1),
                startedTicks: try row.decode(Int.self, atIndex: 2))
        }
    }
}
