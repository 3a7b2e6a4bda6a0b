import DesignSpace

/// An experiment that somebody wants to be run.
public struct QueueEntry: Hashable, Sendable {
    /// What is to be run.
    public var spec: ExperimentSpec
    /// Experiments of a higher priority are begun first.
    public var priority: Int
    /// The threads that its worker may use at once; nil for what its runner thinks best.
    public var threads: Int?
    /// Whether it is queued for the weights that others start from, and nobody has asked for it itself.
    public var isForOthers: Bool
    /// Whether a result that is in the store is to be replaced.
    public var replaces: Bool
    /// The folders of presets that its worker is to read besides the usual ones.
    public var presets: [String]
    /// The estimate of its whole time, in seconds.
    public var estimatedSeconds: Double?

    /// Makes an entry.
    public init(
        _ spec: ExperimentSpec, priority: Int = 0, threads: Int? = nil, isForOthers: Bool = false, replaces: Bool = false,
        presets: [String] = [], estimatedSeconds: Double? = nil
    ) {
        self.spec = spec
        self.priority = priority
        self.threads = threads
        self.isForOthers = isForOthers
        self.replaces = replaces
        self.presets = presets
        self.estimatedSeconds = estimatedSeconds
    }
}
