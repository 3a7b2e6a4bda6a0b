import ArgumentParser
import DesignSpace
import Precision
import Reports

/// `bitfront breakdown`: power and area by component.
struct BreakdownCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "breakdown", abstract: "Print power and area by component (the paper's Fig. 3).")

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: FormatOptions

    @Option(help: ArgumentHelp("A precision; may be given again. Default: the paper's seven.", valueName: "precision"))
    var precision: [String] = []

    func run() throws {
        let precisions = try CommandFailure.catching {
            precision.isEmpty ? Precision.ofThePaper : try precision.map { try Precision(parsing: $0) }
        }
        let place = try Workspace(workspace)
        let (study, accelerator) = (try place.study(), try place.accelerator())
        Output.write(
            BreakdownReport(accelerator, precisions: precisions).printed(
                as: output.format, Provenance(of: study, datasets: [], on: accelerator)), as: output.format,
            ascii: workspace.ascii)
    }
}
