import DesignSpace
import Experiments
import Foundation
import Networks
import Precision
import Recipes
import TestSupport

/// Experiments and fake workers for tests.
enum Fixtures {
    /// A recipe that nothing is trained by.
    static func recipe(_ name: String) -> Recipe {
        Recipe(
            name: name, float: .init(epochs: 12, learningRate: 0.01, schedule: .step, warmUpSteps: 0),
            quantized: .init(epochs: 6, learningRate: 0.002, schedule: .cosine, warmUpSteps: 5), batchSize: 100, momentum: 0.9,
            weightDecay: 0.0005, gradientClipNorm: nil, standardisation: .mean, shiftPixels: 0, mirror: false,
            scaleRule: .largestMagnitude)
    }

    /// An experiment.
    static func spec(_ precision: Precision = .fixed8, seed: UInt64 = 1) -> ExperimentSpec {
        ExperimentSpec(
            network: "lenet", networkFingerprint: "f00d", dataset: "digits", precision: precision, radix: .global,
            recipe: recipe("paper"), seed: seed)
    }

    /// The JSON line of an event, for a fake worker to say.
    static func line(_ event: TrainingEvent) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(event), as: UTF8.self)
    }

    /// A progress in the middle of the second of four epochs.
    static let progress = TrainingProgress(
        epoch: 2, epochs: 4, batch: 50, batches: 100, loss: 0.25, imagesPerSecond: 5432.1, secondsLeft: 65)
}

/// Runs something with a shell script in the place of the worker's program.
///
/// - Parameter script: the script; `$EVENTS` is a file with the given events, a line each, `$OUT` a folder for what it leaves.
func withFakeWorker<Result>(
    _ script: String, saying events: [TrainingEvent] = [], _ body: (WorkerCommand, URL) async throws -> Result
) async throws -> Result {
    try await withTemporaryDirectory { folder in
        let lines = try events.map(Fixtures.line).map { $0 + "\n" }.joined()
        try Data(lines.utf8).write(to: folder.appending(path: "events"))
        let file = folder.appending(path: "worker")
        let text = "#!/bin/sh\nOUT='\(folder.path)'\nEVENTS=\"$OUT/events\"\n\(script)\n"
        // By a process of its own: a descriptor of ours, open for writing, could be inherited by a program that another test starts.
        try await Program(named: "sh").output(["-c", "printf '%s' \"$0\" > \"$1\" && chmod +x \"$1\"", text, file.path])
        let command = WorkerCommand(
            program: file.path, spec: Fixtures.spec(), store: folder.appending(path: "store.sqlite").path,
            datasets: "/data", presets: ["/a", "/b"], threads: 3)
        return try await body(command, folder)
    }
}
