import ArgumentParser
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

    /// Starts a process that works the queue in the background, and says so.
    func startInBackground(for workspace: Workspace, presets: [String]) throws(CommandFailure) {
        let process = try BackgroundRunner.start(
            storePath: workspace.storePath, presetFolders: presets, jobs: jobs, threads: threads)
        Output.write("running in the background as process \(process): bitfront queue list shows how far it is\n")
    }
}
