import DesignSpace

/// The right to run one experiment, held by one process until it has the result or gives up.
public struct Claim: Hashable, Sendable {
    /// The experiment's key.
    public let key: String

    /// Whether the experiment has a result, which stands until the run that replaces it is complete.
    public let replacesResult: Bool

    /// What tells this claim from others on the same experiment.
    let token: String
}

/// What came of asking for an experiment.
public enum ClaimOutcome: Hashable, Sendable {
    /// The caller is to run it.
    case claimed(Claim)
    /// It has its result.
    case complete(ExperimentRecord)
    /// Another process is at it.
    case taken(processIdentifier: Int)
}
