import ArgumentParser
import DesignSpace
import HardwareModel
import Networks
import Reports

/// `bitfront explain`: why a number is what it is.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why a figure is what it is: formula, values, inputs and sources.",
        discussion: """
            JSON and CSV have the figures and what goes into them unrounded, as value and unit. A point that several sources give an \
            accuracy has a row for each: --source and --dataset choose, and a name says which, as 'alex/pow2 measured strong'.
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: FormatOptions

    @Option(help: "Whose accuracy to explain where there are several: published, measured, imported or predicted.")
    var source: Accuracy.Source?

    @Option(
        help: ArgumentHelp("The data set; default: the first that the study has of the network.", valueName: "name"),
        completion: NameCompletion.datasets)
    var dataset: String?

    @Argument(help: "A design point, as alex++/pow2.", completion: NameCompletion.points)
    var point: String

    @Argument(
        help: "A figure: \(ExplainedFigure.all.map(\.name).joined(separator: ", ")); default: all.",
        completion: .list(ExplainedFigure.allValueStrings))
    var figures: [ExplainedFigure] = []

    func run() throws {
        let (explanations, provenance) = try CommandFailure.catching { () throws -> ([Explanation], Provenance) in
            let workspace = try Workspace.reading(workspace)
            let name = try RowName(point)
            let reference = name.reference
            _ = try workspace.catalogue.network(reference.network)
            let study = try workspace.evaluatedStudy()
            let isKnown = study.rows.contains { $0.point.network == reference.network }
            if !isKnown, dataset == nil, source == nil {
                let evaluation = try workspace.evaluation(of: reference)
                return (try modelled(evaluation, in: study), origin(of: reference, in: study, evaluation.accounting))
            }
            let row = try study.row(of: name, on: dataset, from: source)
            let explanations = (figures.isEmpty ? ExplainedFigure.all : figures).map { $0.explanation(in: row) }
            return (explanations, origin(of: reference, in: study, row.evaluation.accounting, [row]))
        }
        Output.write(
            ExplanationReport(explanations).printed(as: output.format, provenance), as: output.format, ascii: workspace.ascii)
    }

    private func origin(
        of point: PointReference, in study: EvaluatedStudy, _ accounting: Accounting, _ rows: [EvaluatedPoint] = []
    ) -> Provenance {
        Provenance(
            of: study.study, datasets: rows.map(\.point.dataset), on: study.accelerator, accountings: [accounting],
            details: [.init(name: "point", value: point.name)], rows: rows)
    }

    /// The explanations of a network that the study has no row of: of what the model says alone.
    private func modelled(_ evaluation: Evaluation, in study: EvaluatedStudy) throws(CommandFailure) -> [Explanation] {
        if let figure = figures.first(where: { $0.metric == nil }) {
            throw CommandFailure(
                .usage,
                "study '\(study.study.name)' has no row of \(evaluation.network.name), so there is no \(figure.name) to explain")
        }
        let metrics = figures.isEmpty ? Metric.allCases : figures.compactMap(\.metric)
        return metrics.map { evaluation.explanation(of: $0) }
    }
}

/// A figure of a row that can be explained: what the model says, and what the row has besides.
enum ExplainedFigure: Hashable, Sendable, ExpressibleByArgument {
    case accuracy
    case saving
    case modelled(Metric)

    /// All of them, the saving behind the energy.
    static let all = [.accuracy] + Metric.allCases.flatMap { $0 == .energy ? [modelled($0), .saving] : [modelled($0)] }

    static var allValueStrings: [String] { all.map(\.name) }

    init?(argument: String) {
        guard let figure = Self.all.first(where: { $0.name == argument }) else { return nil }
        self = figure
    }

    /// Its name on the command line.
    var name: String {
        switch self {
        case .accuracy: "accuracy"
        case .saving: "saving"
        case .modelled(let metric): metric.rawValue
        }
    }

    /// The figure of the model; nil for what needs a row.
    var metric: Metric? {
        if case .modelled(let metric) = self { metric } else { nil }
    }

    func explanation(in row: EvaluatedPoint) -> Explanation {
        switch self {
        case .accuracy: row.accuracyExplanation
        case .saving: row.savingExplanation
        case .modelled(let metric): row.evaluation.explanation(of: metric)
        }
    }
}
