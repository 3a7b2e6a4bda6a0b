import ArgumentParser
import DesignSpace
import HardwareModel
import Precision
import Reports

/// `bitfront layers`: a network's layers on the accelerator.
struct LayersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layers", abstract: "Print a network's layers: work, utilisation, memory and energy.")

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: FormatOptions

    @Argument(help: "The network, as alex++.", completion: NameCompletion.networks)
    var network: String

    @Option(help: "The precision, as fixed8.")
    var precision = "float32"

    func run() throws {
        let (study, evaluation, point) = try CommandFailure.catching {
            let point = PointReference(network: network, precision: try Precision(parsing: precision))
            let workspace = try Workspace(workspace)
            return (try workspace.study(), try workspace.evaluation(of: point), point)
        }
        let provenance = Provenance(
            of: study, datasets: [], on: evaluation.accelerator, accountings: [evaluation.accounting],
            details: [.init(name: "point", value: point.name)])
        Output.write(LayersReport(evaluation).printed(as: output.format, provenance), as: output.format, ascii: workspace.ascii)
    }
}
