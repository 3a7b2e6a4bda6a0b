/// What a worker is started with that reruns the inference of finished experiments.
public struct EvaluationCommand: Hashable, Sendable {
    /// The most experiments of one worker, whose keys have to fit on a command line.
    public static let mostKeys = 1000

    /// The path of the worker's program.
    public var program: String
    /// The keys of the experiments.
    public var keys: [String]
    /// The path of the store, which is only read.
    public var store: String
    /// A file of results with packed weights beside it, whose experiments are meant in place of the store's.
    public var resultFile: String?
    /// The folder of imported data sets.
    public var datasets: String
    /// The folders of presets that the command line named.
    public var presets: [String]
    /// Threads that may work at once; they have no influence on the result.
    public var threads: Int

    /// Makes a command.
    public init(
        program: String, keys: [String], store: String, resultFile: String? = nil, datasets: String, presets: [String] = [],
        threads: Int
    ) {
        self.program = program
        self.keys = keys
        self.store = store
        self.resultFile = resultFile
        self.datasets = datasets
        self.presets = presets
        self.threads = threads
    }

    /// The arguments of the program; the worker is to stop when the program that started it is gone.
    var arguments: [String] {
        var arguments = ["--evaluate", "--store", store, "--datasets", datasets, "--threads", String(threads), "--stop-with-input"]
        if let resultFile { arguments += ["--results", resultFile] }
        for key in keys { arguments += ["--key", key] }
        for folder in presets { arguments += ["--presets", folder] }
        return arguments
    }
}
