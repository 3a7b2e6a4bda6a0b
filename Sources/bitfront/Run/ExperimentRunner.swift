import DesignSpace
import Experiments
import Foundation
import Recipes

/// Runs the experiments of a plan one after the other, showing how far each is.
struct ExperimentRunner {
    let storePath: String
    let presetFolders: [String]
    let threads: Int
    /// Whether the bar is drawn in ASCII.
    let isPlain: Bool

    /// Runs one experiment in a worker until its result is in the store.
    ///
    /// - Throws: `CommandFailure` if the worker failed, or stopped because it was asked to.
    func run(_ step: ExperimentPlan.Step) async throws(CommandFailure) {
        var display = ProgressDisplay(isPlain: isPlain)
        display.announce(
            "\(step.spec.point.reference.name) on \(step.spec.dataset), recipe \(step.spec.recipe.name): \(step.state)")
        let worker = try CommandFailure.catching {
            try Worker(
                WorkerCommand(
                    program: TrainerLocator.ofThisProcess().path(), spec: step.spec, store: storePath,
                    datasets: DatasetFolder.path, presets: presetFolders, threads: threads, replacing: step.state == .toReplace))
        }
        let signals = StopSignals { worker.stop() }
        defer { signals.end() }
        for await event in worker.events { display.show(event) }
        display.clear()
        let ending: Worker.Ending
        do {
            ending = try await worker.ending()
        } catch {
            throw CommandFailure(error)
        }
        guard ending == .complete else {
            throw CommandFailure(.failed, "stopped at a checkpoint: the same command goes on from there")
        }
    }
}
