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
            65 an input file is wrong. With --evaluate: 0 every experiment was evaluated; 2 at least one was not.
            """,
        version: "bitfront-trainer \(BitfrontVersion.current)")

    @Option(help: ArgumentHelp("What to train, as JSON.", valueName: "json"))
    var spec: String?

    @Flag(
        help:
            "Train nothing: run the weights of finished experiments over their test images again, in integers, and say what comes out."
    )
    var evaluate = false

    @Option(help: ArgumentHelp("What to evaluate: a finished experiment's key; may be given again.", valueName: "key"))
    var key: [String] = []

    @Option(help: ArgumentHelp("The store of experiments.", valueName: "file"))
    var store: String

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
        guard evaluate else {
            guard spec != nil, key.isEmpty else { throw ValidationError("--spec says what to train; --key goes with --evaluate") }
            return
        }
        guard spec == nil, !replace else { throw ValidationError("--evaluate trains nothing: leave out --spec and --replace") }
        guard !key.isEmpty else { throw ValidationError("--evaluate needs --key, once for each finished experiment") }
        if let wrong = key.first(where: { $0.count != 64 || !$0.allSatisfy { $0.isASCII && $0.isHexDigit } }) {
            throw ValidationError(
                "--key \(wrong.prefix(80).filter(\.isASCII)) is no key: use the 64 digits of 'bitfront results list'")
        }
    }

    func run() async throws {
        let events = EventStream()
        StopRequest.listen(toInput: stopWithInput)
        do {
            guard try await evaluate ? evaluateResults(events) : train(events) else {
                if StopRequest.isMade { events.say(.interrupted) }
                throw ExitCode(TrainerFailure.Status.failed.rawValue)
            }
        } catch let failure as TrainerFailure {
            events.say(.failed(message: failure.message))
            throw ExitCode(failure.status.rawValue)
        }
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

    /// Evaluates; false if it was interrupted, or something could not be evaluated.
    private func evaluateResults(_ events: EventStream) async throws(TrainerFailure) -> Bool {
        var evaluator = try Evaluator(
            storePath: store, datasetFolder: datasets, presetFolders: presets, threads: threads, events: events)
        return await evaluator.run(key)
    }
}
