import ArgumentParser
import DesignSpace
import Reports

extension ResultsCommand {
    /// `bitfront results list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List every experiment in the store, and the accuracies that you have imported.",
            discussion: """
                The source says which is which: measured or imported (accuracy_source in JSON). A record that cannot be read is named on \
                standard error; the others are listed all the same.
                """)

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var output: FormatOptions

        @Flag(help: "List the results that came with the program instead.")
        var shipped = false

        @Flag(help: "List the accuracies that you have imported alone, with their notes.")
        var imported = false

        func validate() throws {
            guard !shipped || !imported else {
                throw ValidationError("--shipped and --imported are two lists: ask for one of them")
            }
        }

        func run() throws {
            let workspace = try Workspace.reading(workspace)
            if shipped {
                let found = workspace.shippedResults()
                return try write(Workspace.Results(records: found.records, problems: found.problems))
            }
            let results = try workspace.storeResults(withHistory: output.format == .json)
            guard imported else {
                try write(results)
                let count = workspace.shippedResults(withHistory: false).records.count
                if count > 0, output.format == .text {
                    Diagnostics.write("bitfront: \(count.counted("result")) came with the program, which --shipped lists")
                }
                return
            }
            results.reportProblems()
            Output.write(
                ImportedReport(results.imported).rendered(as: output.format), as: output.format, ascii: self.workspace.ascii)
        }

        private func write(_ results: Workspace.Results) throws(CommandFailure) {
            results.reportProblems()
            let isJSON = output.format == .json
            let text =
                isJSON
                ? try RecordJSON.text(of: results.records, imported: results.imported)
                : ResultsReport(results.records, imported: results.imported).rendered(as: output.format)
            Output.write(text, as: output.format, ascii: workspace.ascii)
        }
    }
}
