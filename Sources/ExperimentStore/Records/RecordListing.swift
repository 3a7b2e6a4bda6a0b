import DesignSpace

/// What can be read of a store, and what cannot.
public struct RecordListing: Hashable, Sendable {
    /// A record that is there and cannot be read, or is not what was kept.
    public struct Damage: Hashable, Sendable {
        /// Its key, as far as that can be read; nil if it cannot.
        public let key: String?
        /// What is wrong.
        public let problem: String

        /// Makes a note of a damage.
        public init(key: String?, problem: String) {
            self.key = key
            self.problem = problem
        }
    }

    /// The records that are as they were kept, in the order in which they were first asked for.
    public var records: [ExperimentRecord]

    /// The records that are not.
    public var damaged: [Damage]

    /// Makes a listing.
    public init(records: [ExperimentRecord] = [], damaged: [Damage] = []) {
        self.records = records
        self.damaged = damaged
    }
}

extension RecordListing {
    /// Brings the records into the order in which they were first asked for, which is nearly theirs already.
    mutating func sort() {
        // By copies of the two texts: to compare two records in their places is to copy both, with all that is in them.
        let keys = records.map { ($0.createdAt, $0.key) }
        let order = keys.indices.sorted { keys[$0] < keys[$1] }
        guard !order.elementsEqual(keys.indices) else { return }
        records = order.map { records[$0] }
    }
}

extension RecordListing.Damage: CustomStringConvertible {
    /// What is wrong, and with which record.
    public var description: String {
        guard let key else { return "a record cannot be read: \(problem)" }
        return "record \(key.prefix(12)) is damaged: \(problem)"
    }
}
