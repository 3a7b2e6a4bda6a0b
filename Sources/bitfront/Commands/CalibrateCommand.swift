import ArgumentParser
import Calibration
import DesignSpace

/// `bitfront calibrate`: fits the cost table anew.
struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Fit the cost table to a study's published designs, and say what can be predicted and what cannot.",
        discussion: """
            Areas, powers and buffer shares of the study are fitted with priors from other publications and from the table itself. The \
            held-out error of a row is that of a fit without it. A study of your own synthesis figures is fitted in the same way.
            """)

    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let report = try CommandFailure.catching {
            let workspace = try Workspace(workspace)
            return try CalibrationReport(of: workspace.study().published, on: workspace.accelerator())
        }
        Output.write(report.lines.joined(separator: "\n") + "\n", ascii: workspace.ascii)
    }
}
