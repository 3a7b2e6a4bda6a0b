/// What a worker is started with that writes the weights of finished experiments in as few bits as they have.
public struct PackingCommand: Hashable, Sendable {
    /// The most bits that a weight may have to be packed: wider ones gain nothing over full precision.
    public static let mostBits = 8

    /// The path of the worker's program.
    public var program: String
    /// The keys of the experiments, none with weights of more than `mostBits` bits.
    public var keys: [String]
    /// The path of the store, which is only read.
    public var store: String
    /// The folder of imported data sets, none of which is read.
    public var datasets: String
    /// The folders of presets that the command line named.
    public var presets: [String]
    /// Where the files go.
    public var folder: String

    /// Makes a command.
    public init(program: String, keys: [String], store: String, datasets: String, presets: [String] = [], folder: String) {
        self.program = program
        self.keys = keys
        self.store = store
        self.datasets = datasets
        self.presets = presets
        self.folder = folder
    }

    /// The arguments of the program; the worker is to stop when the program that started it is gone.
    var arguments: [String] {
        var arguments = ["--pack", folder, "--store", store, "--datasets", datasets, "--stop-with-input"]
        for key in keys { arguments += ["--key", key] }
        for folder in presets { arguments += ["--presets", folder] }
        return arguments
    }
}
