import ArgumentParser
import DesignSpace
import Reports

/// `bitfront table`: the design points of a study.
struct TableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table", abstract: "Print the design points of a study.",
        discussion: """
            A filter compares \(FilterField.allCases.map(\.rawValue).joined(separator: ", ")) \
            with = != < <= > >= or ~ (contains); a space is "and"; or, not and parentheses: --where 'net=alex++ acc>80 energy<250'. \
            Within one point of the baseline: --where 'drop<=1'. A point of which something is not known passes no comparison with it.
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: FormatOptions

    @Option(help: ArgumentHelp("The one data set; default: all.", valueName: "name"), completion: NameCompletion.datasets)
    var dataset: String?

    @Option(name: .customLong("where"), help: ArgumentHelp("Only the points that pass.", valueName: "filter"))
    var filter = ""

    @Option(help: ArgumentHelp("The column to sort by.", valueName: "column"))
    var sort: Column?

    @Flag(help: "Sort from the largest to the smallest.")
    var descending = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Columns, separated by commas or spaces, or what to add to the usual ones and to take away, as '+macs -saving'; csv without any, and json, have every figure. There are \(Column.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "columns"))
    var columns: String?

    func validate() throws {
        if columns != nil, output.format == .json {
            throw ValidationError("--columns is for text, csv, markdown and latex: --format json has every figure")
        }
    }

    func run() throws {
        let filter = try RowFilter(self.filter)
        let columns = try chosenColumns()
        let reading = try Workspace.reading(workspace)
        let study = try reading.evaluatedStudy()
        let all = try dataset.map { study.rows(on: try study.study.dataset(named: $0)) } ?? study.rows
        var rows = filter.passing(all, on: dataset)
        if let sort { rows = rows.sorted(by: sort, descending: descending) }
        Output.write(
            PointReport(
                rows: rows, columns: columns, comparesWithPaper: try reading.comparesWithPaper(study.study),
                isComplete: self.columns == nil
            ).printed(as: output.format, Provenance(of: rows, in: study, filter: filter.text)), as: output.format,
            ascii: workspace.ascii)
    }

    private func chosenColumns() throws(CommandFailure) -> [Column] {
        guard let columns else { return Column.acrossDatasets }
        let chosen: [Column]
        do {
            chosen = try ColumnChoice(columns).columns(changing: Column.acrossDatasets)
        } catch {
            throw CommandFailure(.usage, error.message)
        }
        guard !chosen.isEmpty else {
            throw CommandFailure(
                .usage, "--columns leaves no column: leave it out, or name some as --columns network,precision,energy")
        }
        return chosen
    }
}

extension Column: ExpressibleByArgument {}
