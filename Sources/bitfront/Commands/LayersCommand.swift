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
        let report = try CommandFailure.catching {
            let precision = try Precision(parsing: precision)
            return LayersReport(try Workspace(workspace).evaluation(of: PointReference(network: network, precision: precision)))
        }
        Output.write(report.rendered(as: output.format), as: output.format, ascii: workspace.ascii)
    }
}
