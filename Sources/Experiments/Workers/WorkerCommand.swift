import DesignSpace
import Foundation

/// What a worker is started with.
public struct WorkerCommand: Hashable, Sendable {
    /// The path of the worker's program.
    public var program: String
    /// The experiment to run.
    public var spec: ExperimentSpec
    /// The path of the store.
    public var store: String
    /// The folder of imported data sets.
    public var datasets: String
    /// The folders of presets that the command line named.
    public var presets: [String]
    /// Threads that may work at once; they have no influence on the result.
    public var threads: Int
    /// Whether a result that is in the store is to be replaced.
    public var replacing: Bool

    /// Makes a command.
    public init(
        program: String, spec: ExperimentSpec, store: String, datasets: String, presets: [String] = [], threads: Int,
        replacing: Bool = false
    ) {
        self.program = program
        self.spec = spec
        self.store = store
        self.datasets = datasets
        self.presets = presets
        self.threads = threads
        self.replacing = replacing
    }

    /// The arguments of the program; the worker is to stop when the program that started it is gone.
    var arguments: [String] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A recipe whose numbers JSON cannot hold would not be a recipe that anyone can train by: the worker refuses the empty spec.
        let json = (try? encoder.encode(spec)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        var arguments = [
            "--spec", json, "--store", store, "--datasets", datasets, "--threads", String(threads), "--stop-with-input",
        ]
        for folder in presets { arguments += ["--presets", folder] }
        if replacing { arguments.append("--replace") }
        return arguments
    }
}
