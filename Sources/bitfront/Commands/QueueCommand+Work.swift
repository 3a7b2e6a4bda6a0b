import ArgumentParser
import DesignSpace
import ExperimentStore
import Experiments

extension QueueCommand {
    /// `bitfront queue work`.
    struct Work: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "work", abstract: "Run what is in the queue until nothing is left.",
            discussion: """
                One process at a time works the queue of a store. If another does until nothing is left, this one ends at once; if \
                another does for its own experiments, this one takes over when that ends. Ctrl-C stops at a checkpoint.
                """)

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var workers: WorkerOptions

        @Flag(help: "Work in the background, also when this terminal is gone.")
        var detach = false

        func run() async throws {
            let workspace = try Workspace(self.workspace)
            if detach { return try workers.startInBackground(for: workspace, presets: self.workspace.presets) }
            let session = QueueSession(
                storePath: workspace.storePath, presetFolders: self.workspace.presets, jobs: workers.jobs,
                threads: workers.threadsOfEach, isPlain: self.workspace.ascii)
            let outcome = try await session.work(.everything)
            switch outcome.ending {
            case .complete:
                guard !outcome.errors.isEmpty else { return Diagnostics.write("bitfront: nothing waits in the queue any more") }
                throw CommandFailure(
                    .failed, "\(outcome.errors.count.counted("experiment")) failed: 'bitfront queue list' says why")
            case .stopped: throw CommandFailure(.failed, outcome.stopText(goingOnBy: "'bitfront queue work'"))
            case .alreadyWorked(let process): Diagnostics.write("process \(process) works the queue already")
            }
        }
    }
}
