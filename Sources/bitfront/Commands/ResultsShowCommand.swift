import ArgumentParser
import DesignSpace
import Reports

extension ResultsCommand {
    /// `bitfront results show KEY`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show one experiment with its history and provenance, or what you have imported.")

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var output: FormatOptions

        @Argument(
            help: """
                The key of the experiment or the accuracy, or the beginning of it; or the source of imported accuracies; or a point, as \
                lenet/fixed8, or a row, as 'alex/fixed8 measured strong', that has one result.
                """, completion: NameCompletion.resultKeys)
        var key: String

        func run() throws {
            let results = try Workspace.reading(workspace).results(withHistory: true)
            results.reportProblems()
            let text: String
            switch try ResultKey(key).found(in: results) {
            case .record(let record):
                text = output.format == .json ? try RecordJSON.text(of: record) : RecordReport(record).rendered(as: output.format)
            case .imported(let accuracy):
                text = ImportedReport([accuracy]).rendered(asOne: output.format)
            case .source(_, let accuracies):
                text = ImportedReport(accuracies).rendered(as: output.format)
            }
            Output.write(text, as: output.format, ascii: workspace.ascii)
        }
    }
}
