import ArgumentParser
import Calibration
import DesignSpace
import Foundation
import PresetLibrary

/// `bitfront calibrate`: fits the cost table anew.
struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Fit the cost table to a study's published designs, and say what can be predicted and what cannot.",
        discussion: """
            Areas, powers and buffer shares of the study are fitted with priors from other publications and from the table itself. The \
            held-out error of a row is that of a fit without it. A study of your own synthesis figures is fitted in the same way; \
            --output writes the fitted table as a preset, for an accelerator whose 'costs' names it.
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(
        help: ArgumentHelp("Write the fitted table as a preset file that is not there yet, named as the file.", valueName: "file"))
    var output: String?

    func run() throws {
        let (report, study) = try CommandFailure.catching {
            let workspace = try Workspace(workspace)
            let study = try workspace.study()
            return (try CalibrationReport(of: study.published, on: workspace.accelerator()), study)
        }
        if let output { try write(report, of: study, to: output) }
        Output.write(report.lines.joined(separator: "\n") + "\n", ascii: workspace.ascii)
    }

    private func write(_ report: CalibrationReport, of study: Study, to path: String) throws(CommandFailure) {
        let file = URL(filePath: path)
        let name = file.deletingPathExtension().lastPathComponent
        guard PresetLibrary.isName(name), file.pathExtension == "yaml" else {
            throw CommandFailure(
                .usage,
                "'\(path)' names no preset: use letters, digits, + - _ . beginning with neither - nor . and .yaml behind, as "
                    + "costs/mine.yaml")
        }
        let text = report.table.presetText(name: name, source: "fitted to \(study.title) by bitfront \(BitfrontVersion.current)")
        do {
            try NewFile(path: path).write(text)
        } catch {
            throw CommandFailure(.failed, "'\(path)' cannot be written: \(error.reason)")
        }
    }
}
