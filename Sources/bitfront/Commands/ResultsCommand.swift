import ArgumentParser
import DesignSpace
import Reports

/// `bitfront results`: what was trained and what came out.
struct ResultsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "List the results of experiments, or show one.", subcommands: [List.self, Show.self],
        defaultSubcommand: List.self)

    /// `bitfront results list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List every experiment in the store.")

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var output: FormatOptions

        func run() throws {
            let records = try Workspace(workspace).records(withHistory: output.format == .json)
            let text =
                output.format == .json ? try RecordJSON.text(of: records) : ResultsReport(records).rendered(as: output.format)
            Output.write(text, ascii: workspace.ascii)
        }
    }

    /// `bitfront results show KEY`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one experiment with its history and provenance.")

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var output: FormatOptions

        @Argument(help: "The experiment's key, or the beginning of it.")
        var key: String

        func run() throws {
            let record = try found(in: Workspace(workspace).records(withHistory: true))
            let text = output.format == .json ? try RecordJSON.text(of: record) : RecordReport(record).rendered(as: output.format)
            Output.write(text, ascii: workspace.ascii)
        }

        private func found(in records: [ExperimentRecord]) throws(CommandFailure) -> ExperimentRecord {
            let matches = records.filter { $0.key.hasPrefix(key.lowercased()) }
            guard let record = matches.first, !key.isEmpty else {
                throw CommandFailure(.usage, "there is no result '\(key)': bitfront results list shows the keys there are")
            }
            guard matches.count == 1 else {
                throw CommandFailure(.usage, "'\(key)' begins \(matches.count) keys: give more of it")
            }
            return record
        }
    }
}
