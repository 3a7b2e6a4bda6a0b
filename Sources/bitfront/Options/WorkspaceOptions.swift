import ArgumentParser
import Foundation
import HardwareModel
import Reports

/// What every command understands that looks at a study.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        name: .customLong("study"),
        help: ArgumentHelp("The study to look at; default: the one that is called default.", valueName: "name"),
        completion: NameCompletion.studies)
    var chosenStudy: String?

    /// The study to look at.
    var study: String { chosenStudy ?? "default" }

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

    @Option(
        help: ArgumentHelp(
            "A scenario to price on, as :save of the explorer has left it: an accelerator among your presets.", valueName: "name"),
        completion: NameCompletion.accelerators)
    var scenario: String?

    @Flag(help: "Plain ASCII only.")
    var ascii = false

    func validate() throws {
        guard accelerator == nil || scenario == nil else {
            throw ValidationError("--scenario and --accelerator both say what to price on: use one")
        }
    }
}

extension WorkspaceOptions {
    /// The options of a command line that has no other than a study, folders of presets and a store; nil for any other line, which is the
    /// parser's to read.
    ///
    /// No initializer: in one, assigning to an option would declare it anew.
    static func plain(_ words: [String]) -> WorkspaceOptions? {
        var options = WorkspaceOptions()
        options.chosenStudy = nil
        options.presets = []
        options.store = nil
        options.accounting = nil
        options.accelerator = nil
        options.scenario = nil
        options.ascii = false
        var rest = words[...]
        while let name = rest.popFirst() {
            guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
            switch name {
            case "--study": options.chosenStudy = value
            case "--presets": options.presets.append(value)
            case "--store": options.store = value
            default: return nil
            }
        }
        return options
    }
}

extension WorkspaceOptions {
    /// The options that change what is shown of a study, as words; paths from the root, so that they hold anywhere.
    var words: [String] {
        var words = presets.flatMap { ["--presets", Self.absolute($0)] }
        if let store { words += ["--store", Self.absolute(store)] }
        if let accounting { words += ["--accounting", accounting.rawValue] }
        if let accelerator { words += ["--accelerator", accelerator] }
        if let scenario { words += ["--scenario", scenario] }
        return words + (ascii ? ["--ascii"] : [])
    }

    /// The options with another explorer's `words` for those that were not given.
    func completed(with words: [String]) -> WorkspaceOptions {
        var options = self
        var rest = words[...]
        while let name = rest.popFirst() {
            // What the terminal can show is its own affair.
            guard name != "--ascii", let value = rest.popFirst() else { continue }
            switch name {
            case "--presets" where presets.isEmpty: options.presets.append(value)
            case "--store" where store == nil: options.store = value
            case "--accounting" where accounting == nil: options.accounting = Accounting(rawValue: value)
            case "--accelerator" where accelerator == nil && scenario == nil: options.accelerator = value
            case "--scenario" where accelerator == nil && scenario == nil: options.scenario = value
            default: break
            }
        }
        return options
    }

    private static func absolute(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
}

/// What every command understands that prints a report.
struct FormatOptions: ParsableArguments {
    @Option(help: "text, json, csv, markdown or latex.")
    var format: ReportFormat = .text
}

extension Accounting: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
