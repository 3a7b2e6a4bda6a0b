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
        /// How it was asked to stop; nil if it was not.
        let stop: RunnerControl.Stop?

        /// That it was stopped, by whom, and from where the work goes on, by a command.
        func stopText(goingOnBy command: String) -> String {
            switch stop {
            case .byHand: "stopped by you, at a checkpoint: \(command) goes on from there"
            case .atOnce: "stopped by you, at once: \(command) goes on from the last checkpoint"
            case .leaving, nil: "stopped at a checkpoint: \(command) goes on from there"
            }
        }
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
            return Outcome(ending: ending, errors: errors, stop: control.requested)
        } catch {
            throw CommandFailure(error)
        }
    }
}
