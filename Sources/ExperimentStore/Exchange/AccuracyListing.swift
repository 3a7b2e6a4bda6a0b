import DesignSpace

/// The accuracies in a store that a user has brought, and what of them cannot be read.
public struct AccuracyListing: Hashable, Sendable {
    /// The accuracies that can be read.
    public var accuracies: [ImportedAccuracy] = []
    /// Those that cannot.
    public var damaged: [RecordListing.Damage] = []

    /// Starts with none.
    public init() {}
}
