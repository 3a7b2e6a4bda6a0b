import DesignSpace
import GRDB

extension ExperimentStore {
    /// Every experiment that can be read, in the order in which they were first asked for, and what cannot be.
    ///
    /// One that a process left without a word, because it was killed, is given as interrupted. Where the file itself is damaged,
    /// every record is looked for by itself, so that what lies outside the damage is found.
    ///
    /// - Parameter withHistory: whether to read every epoch as well; without, `history` is empty and `epochs` tells their number.
    /// - Throws: `ExperimentStoreError` if nothing at all can be read.
    public func listing(withHistory: Bool = false) throws(ExperimentStoreError) -> RecordListing {
        do {
            if let listing = try read({ try wholeListing(withHistory: withHistory, in: $0) }) { return listing }
        } catch .damaged {
            // Perhaps not everywhere.
        }
        return try readOutsideTransaction { try Salvage(path: path, withHistory: withHistory).listing(in: $0) }
    }

    /// The listing of a file that is not damaged; nil if it has lost records.
    private func wholeListing(withHistory: Bool, in database: Database) throws -> RecordListing? {
        var reader = RecordReader(path: path)
        let histories = withHistory ? try reader.histories(in: database) : nil
        let listing = try reader.listing(in: database, histories: histories)
        // SQLite counts in the index, which is smaller: a page that has lost rows without a trace shows in that there are more.
        let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM experiments")
        return listing.records.count + listing.damaged.count == count ? listing : nil
    }

    /// The data sets that experiments, imported accuracies and the queue are of, in alphabetical order.
    public func datasets() throws(ExperimentStoreError) -> [String] {
        let sql = """
            SELECT dataset FROM experiments UNION SELECT dataset FROM imported_accuracies
            UNION SELECT json_extract(spec_json, '$.dataset') AS dataset FROM queue WHERE json_valid(spec_json) AND dataset IS NOT NULL
            ORDER BY dataset
            """
        return try read { try String.fetchAll($0, sql: sql) }
    }

    /// How many experiments and imported accuracies there are, without reading them.
    public func count() throws(ExperimentStoreError) -> Int {
        let sql = "SELECT (SELECT count(*) FROM experiments) + (SELECT count(*) FROM imported_accuracies)"
        return try read { try Int.fetchOne($0, sql: sql) ?? 0 }
    }

    /// Every experiment, in the order in which they were first asked for.
    ///
    /// - Throws: `ExperimentStoreError.damagedRecord` if one of them cannot be read; `listing` gives the others.
    public func records(withHistory: Bool = false) throws(ExperimentStoreError) -> [ExperimentRecord] {
        let listing = try listing(withHistory: withHistory)
        if let damage = listing.damaged.first { throw .damagedRecord(path: path, damage) }
        return listing.records
    }

    /// One experiment with its history; nil if there is none.
    public func record(_ key: String) throws(ExperimentStoreError) -> ExperimentRecord? {
        try read { try RecordReader(path: path).record(key, withHistory: true, in: $0) }
    }

    /// The finished epochs of an experiment; none if it is not there.
    public func history(of key: String) throws(ExperimentStoreError) -> [EpochRecord] {
        try read { try RecordReader(path: path).history(of: key, in: $0) }
    }
}
