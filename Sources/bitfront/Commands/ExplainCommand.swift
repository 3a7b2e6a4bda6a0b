import ArgumentParser
import DesignSpace
import HardwareModel
import Reports

/// `bitfront explain`: why a number is what it is.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why a figure is what it is: formula, values, inputs and sources.")

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: FormatOptions

    @Argument(help: "A design point, as alex++/pow2.", completion: NameCompletion.points)
    var point: String

    @Argument(help: "A figure: \(Metric.allCases.map(\.rawValue).joined(separator: ", ")); default: all.")
    var metrics: [Metric] = []

    func run() throws {
        let explanations = try CommandFailure.catching {
            let evaluation = try Workspace(workspace).evaluation(of: PointReference(parsing: point))
            return (metrics.isEmpty ? Metric.allCases : metrics).map { evaluation.explanation(of: $0) }
        }
        Output.write(ExplanationReport(explanations).rendered(as: output.format), as: output.format, ascii: workspace.ascii)
    }
}

extension Metric: ExpressibleByArgument {}
