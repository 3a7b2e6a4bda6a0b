import DesignSpace

/// What a runner of the queue works with.
public struct RunnerSettings: Hashable, Sendable {
    /// The path of the worker's program.
    public var program: String
    /// The folder of imported data sets.
    public var datasets: String
    /// The folders of presets that the runner's command line named.
    public var presets: [String]
    /// Workers at once.
    public var jobs: Int
    /// Threads of a worker whose experiment does not say how many.
    public var threads: Int
    /// How long a worker may be silent.
    public var limits: WorkerLimits

    /// Makes settings.
    public init(
        program: String, datasets: String, presets: [String] = [], jobs: Int = 1, threads: Int,
        limits: WorkerLimits = WorkerLimits()
    ) {
        self.program = program
        self.datasets = datasets
        self.presets = presets
        self.jobs = jobs
        self.threads = threads
        self.limits = limits
    }

    func command(for experiment: QueuedExperiment, store: String) -> WorkerCommand {
        WorkerCommand(
            program: program, spec: experiment.spec, store: store, datasets: datasets,
            presets: presets + experiment.presets.filter { !presets.contains($0) }, threads: experiment.threads ?? threads,
            replacing: experiment.replaces)
    }
}
