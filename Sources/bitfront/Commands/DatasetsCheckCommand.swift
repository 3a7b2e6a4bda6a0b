import ArgumentParser
import Datasets
import Foundation
import Reports

extension DatasetsCommand {
    /// `bitfront datasets check [NAME...]`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Read imported data sets again and compare them with what was imported.",
            discussion: "Without names, every imported one. The status is 1 if one has changed or cannot be read.")

        @OptionGroup var output: FormatOptions

        @Argument(help: "The names; default: every imported one.", completion: NameCompletion.datasets)
        var names: [String] = []

        func run() throws {
            let results = try CommandFailure.catching { try DatasetLibrary.standard.check(names.isEmpty ? nil : names) }
            if results.isEmpty {
                Diagnostics.write("bitfront: no data set has been imported yet: 'bitfront datasets list' says how")
            }
            switch output.format {
            case .json: Output.write(JSONValue.array(results.map(JSONValue.init(check:))).text, as: .json)
            default: Output.write(Self.table(of: results).rendered(as: output.format), as: output.format)
            }
            if results.contains(where: { $0.problem != nil }) { throw CommandFailure(.doesNotHold) }
        }

        private static func table(of results: [DatasetLibrary.CheckResult]) -> TextTable {
            TextTable(
                headings: [.init("name"), .init("state"), .init("problem")],
                rows: results.map { [$0.name, $0.problem == nil ? "good" : "damaged", $0.problem?.description ?? "\u{2014}"] })
        }
    }
}

extension JSONValue {
    /// What became of a data set that was checked.
    fileprivate init(check: DatasetLibrary.CheckResult) {
        self = .object([
            "name": .string(check.name), "state": .string(check.problem == nil ? "good" : "damaged"),
            "problem": .optional(check.problem?.description),
        ])
    }
}
