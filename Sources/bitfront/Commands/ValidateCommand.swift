import ArgumentParser
import DesignSpace
import Reports

/// `bitfront validate`: every published figure beside the model's.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Print every published figure beside ours; status 1 if one is too far off.")

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: FormatOptions

    @Option(
        help: ArgumentHelp(
            "Percent that areas, powers, energies, cycles and footprints may be off; default: the study's tolerances.",
            valueName: "percent"),
        transform: { text in
            guard let number = DecimalNumber(text) else { throw ValidationError("'\(text)' is no number: use digits, as 1.5") }
            return number.value
        })
    var tolerance: Double?

    @Flag(
        help:
            "Put measured accuracies beside the published ones instead, and hold the paper's statements against them; status 0 whichever hold."
    )
    var accuracy = false

    @Option(
        help: ArgumentHelp(
            "With --accuracy: write the whole report as a Markdown document, with a plot for each data set beside it.",
            valueName: "file"), completion: .file())
    var report: String?

    func validate() throws {
        if let tolerance, !(0...100).contains(tolerance) {
            throw ValidationError("--tolerance \(tolerance) is out of range: use 0 to 100 percent")
        }
        guard report == nil || accuracy else { throw ValidationError("--report goes with --accuracy") }
    }

    func run() throws {
        if accuracy { return try writeAccuracies() }
        let validation = try CommandFailure.catching {
            let workspace = try Workspace(workspace)
            return try Validation(
                of: workspace.study(), in: workspace.catalogue, tolerancePercent: tolerance, options: workspace.pricing())
        }
        guard !validation.cells.isEmpty else {
            throw CommandFailure(
                .usage, "study '\(workspace.study)' has no published figures to compare with: use --study hashemi2017")
        }
        Output.write(ValidationReport(validation).rendered(as: output.format), as: output.format, ascii: workspace.ascii)
        guard validation.holds else { throw CommandFailure(.doesNotHold) }
    }

    /// Status 0 whatever the runs say: that a statement of the paper does not hold in them is a result.
    private func writeAccuracies() throws {
        let workspace = try Workspace.reading(workspace)
        let reproduction = try CommandFailure.catching {
            try Reproduction(
                of: workspace.study(), records: workspace.records(), in: workspace.catalogue, options: workspace.pricing())
        }
        guard let report else {
            return Output.write(
                ReproductionReport(reproduction).rendered(as: output.format), as: output.format, ascii: workspace.options.ascii)
        }
        let study = workspace.options.study == "default" ? "" : " --study \(workspace.options.study)"
        let files = try ReproductionFiles(workspace: workspace, reproduction: reproduction)
            .write(to: report, command: "bitfront validate --accuracy\(study) --report \(report)")
        for file in files { Diagnostics.write("bitfront: \(file) written") }
    }
}
