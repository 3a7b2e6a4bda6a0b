import ArgumentParser
import DesignSpace
import Reports

/// `bitfront compare`: design points side by side.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Compare design points with the first of them.",
        discussion: """
            A point is NETWORK/PRECISION, as alex++/pow2, with @layer for one radix point per layer. One that the study does not list, \
            as alex/fixed:12,12, is priced all the same. Of several rows of a point a name says which, as 'alex/pow2 measured strong' or \
            'alex/fixed8 imported our lab'.
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: FormatOptions

    @Option(help: "Whose accuracies to compare where there are several: published, measured, imported or predicted.")
    var source: Accuracy.Source?

    @Option(
        help: ArgumentHelp(
            "The data set whose rows to compare; default: the first that the study has of the network.", valueName: "name"),
        completion: NameCompletion.datasets)
    var dataset: String?

    @Argument(help: "Two or more design points.", completion: NameCompletion.points)
    var points: [String]

    func validate() throws {
        guard points.count >= 2 else { throw ValidationError("give at least two points, as alex/float32 alex++/pow2") }
    }

    func run() throws {
        let (study, rows) = try CommandFailure.catching {
            let workspace = try Workspace.reading(workspace)
            let names = try points.map { try RowName($0) }
            for name in names { _ = try workspace.catalogue.network(name.reference.network) }
            let study = try workspace.evaluatedStudy()
            return (study, try names.map { try study.row(of: $0, on: dataset, from: source) })
        }
        for (name, row) in zip(points, rows).dropFirst() {
            guard let same = zip(points, rows).first(where: { $0.1.rowName == row.rowName }), same.0 != name else { continue }
            Diagnostics.write("bitfront: \(name) and \(same.0) are one row, \(row.rowName.text)")
        }
        let report = CompareReport(reference: rows[0], others: Array(rows.dropFirst()))
        let provenance = Provenance(of: rows, in: study)
        // Side by side there is no column that says on what all of it is priced.
        let text =
            output.format == .text
            ? report.rendered(as: .text, provenance: provenance.facts) : report.printed(as: output.format, provenance)
        Output.write(text, as: output.format, ascii: workspace.ascii)
    }
}

extension Accuracy.Source: ExpressibleByArgument {}
