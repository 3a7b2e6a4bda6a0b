import DesignSpace
import ExperimentStore
import Experiments
import Precision

/// Has a worker write the weights of results in as few bits as they have: the front end knows nothing of weights.
struct ResultPacking {
    let workspace: Workspace
    let presetFolders: [String]

    /// Packs what the store has of weights that are narrow enough, into the folder beside a file of results.
    ///
    /// - Returns: how many results have their weights there.
    /// - Throws: `CommandFailure` if the worker failed or was stopped.
    func pack(_ records: [ExperimentRecord], beside file: String) async throws(CommandFailure) -> Int {
        let keys = try CommandFailure.catching {
            let store = try ExperimentStore.openIfPresent(at: workspace.storePath)
            let narrow = records.filter { $0.spec.precision.weightBits <= PackingCommand.mostBits }
            return try narrow.map(\.key).filter { try store?.hasWeights(of: $0) ?? false }
        }
        for start in stride(from: 0, to: keys.count, by: EvaluationCommand.mostKeys) {
            let some = keys[start..<min(start + EvaluationCommand.mostKeys, keys.count)]
            try await run(Array(some), into: RecordFile.packedFolder(of: file))
        }
        return keys.count
    }

    private func run(_ keys: [String], into folder: String) async throws(CommandFailure) {
        let worker = try CommandFailure.catching {
            try Worker(
                PackingCommand(
                    program: TrainerLocator.ofThisProcess().path(), keys: keys, store: workspace.storePath,
                    datasets: DatasetFolder.path, presets: presetFolders, folder: folder))
        }
        let signals = StopSignals { _ in worker.stop() }
        defer { signals.end() }
        do {
            guard try await worker.ending() == .complete else {
                throw CommandFailure(.failed, "stopped before every result's weights were packed")
            }
        } catch {
            throw CommandFailure(error)
        }
    }
}
