import DesignSpace
import ExperimentStore
import Experiments

/// A process that works the queue in the background, also when this program and its terminal are gone.
enum BackgroundRunner {
    /// Starts one; it ends at once if another works the queue until nothing is left, and else when nothing is.
    ///
    /// - Parameters:
    ///   - storePath: the store whose queue it works.
    ///   - jobs: workers at once; nil for one.
    ///   - threads: threads of each; nil for all.
    /// - Returns: its process number.
    /// - Throws: `CommandFailure` if it cannot be started.
    @discardableResult
    static func start(
        storePath: String, presetFolders: [String], jobs: Int? = nil, threads: Int? = nil
    ) throws(CommandFailure) -> Int {
        var arguments = ["queue", "work", "--store", storePath]
        for folder in presetFolders { arguments += ["--presets", folder] }
        if let jobs { arguments += ["--jobs", String(jobs)] }
        if let threads { arguments += ["--threads", String(threads)] }
        return try CommandFailure.catching { try DetachedProgram.start("/proc/self/exe", arguments: arguments) }
    }

    /// Starts one if there is something to begin and nobody who works until nothing is left.
    ///
    /// - Returns: its process number; nil if none was needed.
    @discardableResult
    static func startIfNeeded(storePath: String, presetFolders: [String]) throws(CommandFailure) -> Int? {
        let queue = try CommandFailure.catching { try ExperimentStore.openIfPresent(at: storePath)?.queue() }
        guard let queue, !queue.isPaused else { return nil }
        // A runner that is there for its own experiments leaves what else waits behind.
        guard queue.count(.waiting) > 0 || queue.runner == nil && queue.count(.running) > 0 else { return nil }
        return try start(storePath: storePath, presetFolders: presetFolders)
    }
}
