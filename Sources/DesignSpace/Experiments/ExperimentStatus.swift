/// How far an experiment came.
public enum ExperimentStatus: String, Hashable, Sendable, Codable, CaseIterable {
    /// It ran to its end.
    case done
    /// It ran to its end and learned nothing: a result, as NA in the paper.
    case notConverged = "not converged"
    /// A worker is at it.
    case running
    /// It stopped at a checkpoint, from which it can go on.
    case interrupted
    /// It could not be run.
    case failed

    /// Whether the experiment has its result, which will not change again.
    public var isFinal: Bool { self == .done || self == .notConverged }
}
