import ArgumentParser
import HardwareModel
import Reports

/// What every command understands that looks at a study.
struct WorkspaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The study to look at.", valueName: "name"), completion: NameCompletion.studies)
    var study = "default"

    @Option(
        help: ArgumentHelp(
            "A directory of presets that add to and override those there are; may be given again.", valueName: "dir"),
        completion: .directory)
    var presets: [String] = []

    @Option(help: ArgumentHelp("The store of experiments.", valueName: "file"), completion: .file())
    var store: String?

    @Option(help: "Which energy is charged: nominal (power * time) or gated (less the idle energy); default: what the study says.")
    var accounting: Accounting?

    @Option(
        help: ArgumentHelp("The accelerator to price on; default: the study's.", valueName: "name"),
        completion: NameCompletion.accelerators)
    var accelerator: String?

    @Flag(help: "Plain ASCII only.")
    var ascii = false
}

/// What every command understands that prints a report.
struct FormatOptions: ParsableArguments {
    @Option(help: "text, json, csv, markdown or latex.")
    var format: ReportFormat = .text
}

extension Accounting: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
