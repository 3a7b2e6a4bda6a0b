import ArgumentParser
import DesignSpace
import ExperimentStore
import Foundation

/// What commands understand that start workers.
struct WorkerOptions: ParsableArguments {
    @Option(help: "Experiments at once.")
    var jobs = 1

    @Option(
        help: "Threads of each that may work at once, which have no influence on the result; default: the cores, shared evenly.")
    var threads: Int?

    func validate() throws {
        guard (1...64).contains(jobs) else { throw ValidationError("--jobs \(jobs) is out of range: use 1 to 64") }
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads \(threads) is out of range: use 1 to 256")
        }
    }

    /// The threads of each worker.
    var threadsOfEach: Int { threads ?? max(1, min(ProcessInfo.processInfo.activeProcessorCount, 256) / jobs) }

    /// Starts a process that works the queue in the background, and says so; or that the queue is paused, of which it would begin nothing.
    func startInBackground(for workspace: Workspace, presets: [String]) throws(CommandFailure) {
        let queue = try CommandFailure.catching { try ExperimentStore.openIfPresent(at: workspace.storePath)?.queue() }
        if queue?.isPaused == true {
            return Output.write(
                "the queue is paused, so that nothing is begun: 'bitfront queue resume' ends that, and then "
                    + "'bitfront queue work --detach' begins\n")
        }
        let process = try BackgroundRunner.start(
            storePath: workspace.storePath, presetFolders: presets, jobs: jobs, threads: threads)
        Output.write("running in the background as process \(process): bitfront queue list shows how far it is\n")
    }
}
