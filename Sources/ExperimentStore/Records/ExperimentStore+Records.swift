import DesignSpace
import GRDB

extension ExperimentStore {
    /// Every experiment, in the order in which they were first asked for.
    ///
    /// One that a process left without a word, because it was killed, is given as interrupted.
    ///
    /// - Parameter withHistory: whether to read every epoch as well; without, `history` is empty and `epochs` tells their number.
    public func records(withHistory: Bool = false) throws(ExperimentStoreError) -> [ExperimentRecord] {
        try read { database in
            var reader = RecordReader(path: path)
            var records = try reader.records(in: database)
            if withHistory {
                let histories = try reader.histories(in: database)
                for index in records.indices { records[index].history = histories[records[index].key] ?? [] }
            }
            return records
        }
    }

    /// One experiment with its history; nil if there is none.
    public func record(_ key: String) throws(ExperimentStoreError) -> ExperimentRecord? {
        try read { database in
            let reader = RecordReader(path: path)
            guard var record = try reader.record(key, in: database) else { return nil }
            record.history = try reader.history(of: key, in: database)
            return record
        }
    }

    /// The finished epochs of an experiment; none if it is not there.
    public func history(of key: String) throws(ExperimentStoreError) -> [EpochRecord] {
        try read { try RecordReader(path: path).history(of: key, in: $0) }
    }
}
