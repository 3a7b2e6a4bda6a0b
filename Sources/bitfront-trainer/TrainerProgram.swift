import ArgumentParser
import DesignSpace
import Foundation

/// The worker: trains one experiment, says what happens in lines of JSON, and leaves the result in the store.
@main
struct TrainerProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bitfront-trainer",
        abstract: "Train one experiment for bitfront.",
        discussion: """
            Started by 'bitfront run', or by hand or a cluster's scheduler with the same arguments. Events are lines of JSON on standard \
            output. SIGTERM and SIGINT stop it at a checkpoint, from which the same command goes on.

            Exit status: 0 the result is in the store; 2 interrupted, or something failed; 64 the command line is wrong; \
            65 an input file is wrong. With --evaluate: 0 every experiment was evaluated; 2 at least one was not. With --pack: 0 the \
            weights of every experiment were packed.
            """,
        version: "bitfront-trainer \(BitfrontVersion.current)")

    @Option(help: ArgumentHelp("What to train, as JSON.", valueName: "json"))
    var spec: String?

    @Flag(
        help:
            "Train nothing: run the weights of finished experiments over their test images again, in integers, and say what comes out."
    )
    var evaluate = false

    @Option(
        help: ArgumentHelp(
            "Train nothing: write the weights of finished experiments into this folder, in as few bits as they have.",
            valueName: "dir"))
    var pack: String?

    @Option(help: ArgumentHelp("What to evaluate or to pack: a finished experiment's key; may be given again.", valueName: "key"))
    var key: [String] = []

    @Option(help: ArgumentHelp("The store of experiments.", valueName: "file"))
    var store: String

    @Option(
        help: ArgumentHelp(
            "Evaluate results of this file in place of the store's, with the packed weights in the folder FILE.packed.",
            valueName: "file"))
    var results: String?

    @Option(help: ArgumentHelp("The folder of imported data sets.", valueName: "dir"))
    var datasets: String

    @Option(help: ArgumentHelp("A folder of presets; may be given again, later ones overriding earlier ones.", valueName: "dir"))
    var presets: [String] = []

    @Option(help: "Threads that may work at once; they have no influence on the result.")
    var threads = 2

    @Flag(help: "Train anew even if the result is in the store; it stands until the new one is complete.")
    var replace = false

    @Flag(help: "Stop at a checkpoint when standard input ends, so that nobody is left training for a program that is gone.")
    var stopWithInput = false

    func validate() throws {
        guard (1...256).contains(threads) else { throw ValidationError("--threads \(threads) is out of range: use 1 to 256") }
        guard evaluate || pack != nil else {
            guard spec != nil, key.isEmpty else { throw ValidationError("--spec says what to train; --key goes with --evaluate") }
            guard results == nil else { throw ValidationError("--results goes with --evaluate") }
            return
        }
        guard spec == nil, !replace else {
            throw ValidationError("--evaluate and --pack train nothing: leave out --spec and --replace")
        }
        guard !evaluate || pack == nil, pack == nil || results == nil else {
            throw ValidationError("--pack takes the store's results, and goes with neither --evaluate nor --results")
        }
        guard !key.isEmpty else { throw ValidationError("--key is needed, once for each finished experiment") }
        if let wrong = key.first(where: { $0.count != 64 || !$0.allSatisfy { $0.isASCII && $0.isHexDigit } }) {
            throw ValidationError(
                "--key \(wrong.prefix(80).filter(\.isASCII)) is no key: use the 64 digits of 'bitfront results list'")
        }
    }

    func run() async throws {
        let events = EventStream()
        StopRequest.listen(toInput: stopWithInput)
        do {
            guard try await work(events) else {
                if StopRequest.isMade { events.say(.interrupted) }
                throw ExitCode(TrainerFailure.Status.failed.rawValue)
            }
        } catch let failure as TrainerFailure {
            events.say(.failed(message: failure.message))
            throw ExitCode(failure.status.rawValue)
        }
    }

    /// Does what was asked for; false if it was interrupted, or something could not be evaluated.
    private func work(_ events: EventStream) async throws(TrainerFailure) -> Bool {
        if let pack {
            let packer = try WeightPacker(storePath: store, presetFolders: presets, folder: pack)
            for key in key where !StopRequest.isMade {
                try packer.pack(key)
                events.say(.packed(key: key))
            }
            return !StopRequest.isMade
        }
        guard evaluate else { return try await train(events) }
        let source = if let results { try ResultSource(filePath: results) } else { try ResultSource(storePath: store) }
        var evaluator = Evaluator(
            source, datasetFolder: datasets, presetFolders: presets, threads: threads, events: events)
        return await evaluator.run(key)
    }

    /// Trains; false if it was interrupted.
    private func train(_ events: EventStream) async throws(TrainerFailure) -> Bool {
        let spec = try TrainerFailure.catching(.usage) {
            try JSONDecoder().decode(ExperimentSpec.self, from: Data((self.spec ?? "").utf8))
        }
        let trainer = try Trainer(
            spec: spec, storePath: store, datasetFolder: datasets, presetFolders: presets, threads: threads, events: events)
        return try await trainer.run(replacing: replace) == .complete
    }
}
