import DesignSpace
import ExperimentStore
import Experiments
import Foundation
import Quantities

/// Has a worker classify the test images of a data set again with the weights of every result on it.
struct ResultEvaluation {
    let storePath: String
    let dataset: String
    let presetFolders: [String]

    /// What became of it.
    struct Outcome {
        /// How many results were evaluated, or could not be.
        let results: Int
        /// What does not hold: accuracies that are not the recorded ones, and results that cannot be evaluated.
        let findings: [StoreVerification.Finding]
    }

    /// Evaluates every result on the data set whose weights are in the store.
    ///
    /// - Throws: `CommandFailure` if there is no result on the data set, or the worker failed.
    func outcome() async throws(CommandFailure) -> Outcome {
        let keys = try keys()
        guard !keys.isEmpty else {
            throw CommandFailure(.usage, "no result on '\(dataset)' has its weights in the store \(storePath)")
        }
        var findings: [StoreVerification.Finding] = []
        for start in stride(from: 0, to: keys.count, by: EvaluationCommand.mostKeys) {
            findings += try await self.findings(of: Array(keys[start..<min(start + EvaluationCommand.mostKeys, keys.count)]))
        }
        return Outcome(results: keys.count, findings: findings)
    }

    private func keys() throws(CommandFailure) -> [String] {
        try CommandFailure.catching {
            guard let store = try ExperimentStore.openIfPresent(at: storePath) else { return [] }
            let results = try store.listing().records.filter { $0.spec.dataset == dataset && $0.status.isFinal }
            return try results.map(\.key).filter { try store.hasWeights(of: $0) }
        }
    }

    private func findings(of keys: [String]) async throws(CommandFailure) -> [StoreVerification.Finding] {
        let worker = try CommandFailure.catching {
            try Worker(
                EvaluationCommand(
                    program: TrainerLocator.ofThisProcess().path(), keys: keys, store: storePath, datasets: DatasetFolder.path,
                    presets: presetFolders, threads: max(1, min(ProcessInfo.processInfo.activeProcessorCount, 256))))
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
            progress.show(answered.count, of: keys.count)
        }
        do {
            guard try await worker.ending() == .complete else {
                throw CommandFailure(.failed, "stopped before every result was evaluated")
            }
        } catch ExperimentsError.workerEnded where answered == Set(keys) {
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
