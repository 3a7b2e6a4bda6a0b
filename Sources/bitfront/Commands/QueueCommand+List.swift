import ArgumentParser
import DesignSpace
import ExperimentStore

extension QueueCommand {
    /// `bitfront queue list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the experiments in the queue, with how far they are.")

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var output: FormatOptions

        func run() throws {
            let path = try Workspace.reading(workspace).storePath
            let queue = try CommandFailure.catching { try ExperimentStore.openIfPresent(at: path)?.queue() } ?? QueueSnapshot()
            if queue.unreadable > 0 {
                Diagnostics.write(
                    "bitfront: \(queue.unreadable) entries of the queue cannot be read: 'bitfront queue clear' takes them away")
            }
            Output.write(QueueReport(queue).rendered(as: output.format), as: output.format, ascii: workspace.ascii)
        }
    }
}
