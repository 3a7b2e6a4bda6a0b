import DesignSpace
import ExperimentStore
import Experiments
import Foundation
import Quantities

/// Has a worker classify the test images of a data set again with the weights of every result on it.
struct ResultEvaluation {
    let workspace: Workspace
    let dataset: String
    let presetFolders: [String]

    /// What became of it.
    struct Outcome {
        /// How many results were evaluated, or could not be.
        var results = 0
        /// How many of them from the packed weights that are shipped with them.
        var packed = 0
        /// What does not hold: accuracies that are not the recorded ones, and results that cannot be evaluated.
        var findings: [StoreVerification.Finding] = []
    }

    /// Results of one place: the store, or a file with packed weights beside it.
    private struct Batch {
        let file: String?
        let keys: ArraySlice<String>
    }

    /// Evaluates every result on the data set whose weights are in the store, or packed beside a shipped file.
    ///
    /// - Throws: `CommandFailure` if there is no such result, its images are not here, or the worker failed.
    func outcome() async throws(CommandFailure) -> Outcome {
        let batches = try batches()
        guard !batches.isEmpty else {
            throw CommandFailure(
                .usage,
                "no result on '\(dataset)' has its weights in the store \(workspace.storePath) or packed beside shipped results")
        }
        try CommandFailure.catching { try DatasetFacts().check(dataset) }
        var outcome = Outcome()
        for batch in batches {
            outcome.findings += try await findings(of: batch)
            outcome.results += batch.keys.count
            if batch.file != nil { outcome.packed += batch.keys.count }
        }
        return outcome
    }

    private func batches() throws(CommandFailure) -> [Batch] {
        var places: [(file: String?, keys: [String])] = [(nil, try storedKeys())]
        for file in workspace.shippedResults().files {
            let folder = RecordFile.packedFolder(of: file.path)
            let keys = file.records.filter(isEvaluated).map(\.key)
            places.append(
                (file.path, keys.filter { FileManager.default.fileExists(atPath: RecordFile.weightsPath(of: $0, in: folder)) }))
        }
        return places.flatMap { place in
            stride(from: 0, to: place.keys.count, by: EvaluationCommand.mostKeys).map {
                Batch(file: place.file, keys: place.keys[$0..<min($0 + EvaluationCommand.mostKeys, place.keys.count)])
            }
        }
    }

    /// Whether a record is a result on the data set; one whose loss was not finite before its first epoch ended has no weights to speak of.
    private func isEvaluated(_ record: ExperimentRecord) -> Bool {
        record.spec.dataset == dataset && record.status.isFinal && (record.status == .done || record.epochs > 0)
    }

    private func storedKeys() throws(CommandFailure) -> [String] {
        try CommandFailure.catching {
            guard let store = try ExperimentStore.openIfPresent(at: workspace.storePath) else { return [] }
            let results = try store.listing().records.filter(isEvaluated)
            return try results.map(\.key).filter { try store.hasWeights(of: $0) }
        }
    }

    private func findings(of batch: Batch) async throws(CommandFailure) -> [StoreVerification.Finding] {
        let worker = try CommandFailure.catching {
            try Worker(
                EvaluationCommand(
                    program: TrainerLocator.ofThisProcess().path(), keys: Array(batch.keys), store: workspace.storePath,
                    resultFile: batch.file, datasets: DatasetFolder.path, presets: presetFolders,
                    threads: max(1, min(ProcessInfo.processInfo.activeProcessorCount, 256))))
        }
        let signals = StopSignals { _ in worker.stop() }
        defer { signals.end() }
        var progress = CountDisplay("evaluating")
        defer { progress.clear() }
        var findings: [StoreVerification.Finding] = []
        var answered: Set<String> = []
        for await event in worker.events {
            guard case .evaluation(let evaluation) = event else { continue }
            switch evaluation {
            case .finished, .skipped:
                answered.insert(evaluation.key)
                if let problem = Self.problem(in: evaluation) { findings.append(.init(key: evaluation.key, problem: problem)) }
            case .started, .progress: break
            }
            progress.show(answered.count, of: batch.keys.count)
        }
        do {
            guard try await worker.ending() == .complete else {
                throw CommandFailure(.failed, "stopped before every result was evaluated")
            }
        } catch ExperimentsError.workerEnded where answered == Set(batch.keys) {
            // Its status says that one could not be evaluated, which is among the findings.
        } catch {
            throw CommandFailure(error)
        }
        return findings
    }

    /// What an evaluation found wrong; nil if nothing.
    private static func problem(in event: EvaluationEvent) -> String? {
        switch event {
        case .skipped(_, let message): return "it cannot be evaluated: \(message)"
        case .finished(let result):
            guard !result.agrees else { return nil }
            let recorded = result.recordedAccuracyPercent.map { "\($0.text(decimals: 3)) %" } ?? "none"
            return "its weights classify \(result.accuracyPercent.text(decimals: 3)) % of the images, recorded is \(recorded)"
        case .started, .progress: return nil
        }
    }
}
