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
        let isInOrder = { (one: ExperimentRecord, other: ExperimentRecord) in
            one.createdAt == other.createdAt ? one.key < other.key : one.createdAt < other.createdAt
        }
        // Indices, as records are large.
        let order = records.indices.sorted { isInOrder(records[$0], records[$1]) }
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
