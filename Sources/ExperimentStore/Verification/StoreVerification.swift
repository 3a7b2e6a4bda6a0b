import DesignSpace

/// What came of looking at everything in a store.
public struct StoreVerification: Hashable, Sendable {
    /// Something that does not hold.
    public struct Finding: Hashable, Sendable {
        /// The key of the record; nil for the file as a whole.
        public let key: String?
        /// What does not hold.
        public let problem: String

        /// Makes a finding.
        public init(key: String?, problem: String) {
            self.key = key
            self.problem = problem
        }
    }

    /// Records that were looked at.
    public var records = 0
    /// Sets of weights whose SHA-256 was computed.
    public var weights = 0
    /// Results whose weights the store does not have: they were imported without.
    public var withoutWeights = 0
    /// Accuracies that a user has brought, as far as they hold.
    public var accuracies = 0
    /// What does not hold.
    public var findings: [Finding] = []

    /// Starts with nothing looked at.
    public init() {}
}
