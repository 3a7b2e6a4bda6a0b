import ArgumentParser
import DesignSpace
import Reports

/// `bitfront table`: the design points of a study.
struct TableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table", abstract: "Print the design points of a study.",
        discussion: """
            A filter compares net, data, prec, wbits, inbits, acc, energy, saving, power, area, latency, kib, source and frontier \
            with = != < <= > >= or ~ (contains); a space is "and"; or, not and parentheses: --where 'net=alex++ acc>80 energy<250'.
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
        help: ArgumentHelp(
            "Columns, separated by commas; csv without any, and json, have every figure. There are \(Column.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "columns"))
    var columns: String?

    func validate() throws {
        if columns != nil, output.format == .json {
            throw ValidationError("--columns is for text, csv, markdown and latex: --format json has every figure")
        }
    }

    func run() throws {
        let filter = try CommandFailure.catching { try Filter(self.filter) }
        let columns = try chosenColumns()
        let reading = try Workspace.reading(workspace)
        let study = try reading.evaluatedStudy()
        let all = try dataset.map { study.rows(on: try study.study.dataset(named: $0)) } ?? study.rows
        var rows = all.filter(filter.passes)
        if rows.isEmpty, !all.isEmpty { Diagnostics.write("bitfront: \(nothingPasses(filter, of: all))") }
        if let sort { rows = rows.sorted(by: sort, descending: descending) }
        Output.write(
            PointReport(
                rows: rows, columns: columns, comparesWithPaper: try reading.comparesWithPaper(study.study),
                isComplete: self.columns == nil
            ).rendered(as: output.format), as: output.format, ascii: workspace.ascii)
    }

    /// That nothing passes a filter, and why: which name it asks for that there is not, or else what there is.
    private func nothingPasses(_ filter: Filter, of rows: [EvaluatedPoint]) -> String {
        let summary = "none of \(rows.count.counted("design point")) passes '\(self.filter)'"
        if let absent = filter.absentValue(among: CompactRows(rows)) { return "\(summary): \(absent.text(on: dataset))" }
        func names(_ name: KeyPath<DesignPoint, String>) -> String {
            Set(rows.map { $0.point[keyPath: name] }).sorted().joined(separator: ", ")
        }
        let found = Set(rows.compactMap(\.accuracy?.source))
        let sources = Accuracy.Source.allCases.filter(found.contains).map(\.rawValue).joined(separator: ", ")
        return "\(summary); the networks are \(names(\.network)), the data sets \(names(\.dataset))"
            + (sources.isEmpty ? "" : ", the sources \(sources)")
    }

    private func chosenColumns() throws(CommandFailure) -> [Column] {
        guard let columns else { return Column.acrossDatasets }
        var chosen: [Column] = []
        for name in columns.split(separator: ",") {
            guard let column = Column(rawValue: String(name)) else {
                throw CommandFailure(.usage, Column.unknownMessage(String(name)))
            }
            chosen.append(column)
        }
        guard !chosen.isEmpty else {
            throw CommandFailure(
                .usage, "--columns names no column: leave it out, or name some as --columns network,precision,energy")
        }
        return chosen
    }
}

extension Column: ExpressibleByArgument {}
