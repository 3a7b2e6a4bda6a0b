import DesignSpace
import ExperimentStore
import Experiments
import Foundation

/// Works the queue in the foreground until some experiments have come to their end, showing how far they are.
struct QueueSession {
    let storePath: String
    let presetFolders: [String]
    let jobs: Int
    let threads: Int
    /// Whether bars are drawn in ASCII.
    let isPlain: Bool

    /// What became of it.
    struct Outcome {
        let ending: RunnerEnding
        /// What workers of this process ended with, by key; the last of each.
        let errors: [String: ExperimentsError]
    }

    /// Works the queue.
    ///
    /// - Throws: `CommandFailure` if the store cannot be used.
    func work(_ scope: RunnerScope) async throws(CommandFailure) -> Outcome {
        let control = RunnerControl()
        // From here on: a signal between adding to the queue and working it must find somebody who listens.
        let signals = StopSignals { number in control.stop(number == SIGINT ? .byHand : .leaving) }
        defer { signals.end() }
        var display = QueueDisplay(scope: scope, isPlain: isPlain)
        var errors: [String: ExperimentsError] = [:]
        defer { display.clear() }
        do {
            let settings = RunnerSettings(
                program: try TrainerLocator.ofThisProcess().path(), datasets: DatasetFolder.path, presets: presetFolders,
                jobs: jobs,
                threads: threads)
            let runner = QueueRunner(
                try ExperimentStore.open(at: storePath, for: .writing), settings: settings, scope: scope, control: control)
            let ending = try await runner.work { report in
                if case .settled(let key, _, let error) = report { errors[key] = error }
                display.show(report)
            }
            return Outcome(ending: ending, errors: errors)
        } catch {
            throw CommandFailure(error)
        }
    }
}
