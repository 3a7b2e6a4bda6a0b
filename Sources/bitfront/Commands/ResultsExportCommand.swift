import ArgumentParser
import DesignSpace
import ExperimentStore
import Foundation
import Reports
import Terminal

extension ResultsCommand {
    /// `bitfront results export FILE`.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write the results in the store to a file, one record a line as JSON with its history.",
            discussion: """
                With --imported, or to a file whose name ends in .csv, the accuracies that you have imported are written instead, as a table \
                that can be imported again. Experiments that have no result yet are left out. A store that is damaged in places is exported as far as it can be read; \
                the status is 1 then.
                """)

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "The file; - for standard output.")
        var file: String

        @Argument(
            help: ArgumentHelp(
                "Only the results whose keys begin so; of imported accuracies also those of a source.", valueName: "key"),
            completion: NameCompletion.resultKeys)
        var keys: [String] = []

        @Flag(help: "Replace the file, as a whole, if it is there.")
        var force = false

        @Flag(help: "Write the accuracies that you have imported instead, as CSV.")
        var imported = false

        @Flag(help: "Write the weights beside it, into the folder FILE.weights.")
        var withWeights = false

        @Flag(
            help:
                "Write weights of up to 8 bits beside it in as few bits as they have, into the folder FILE.packed: small enough to ship."
        )
        var withPackedWeights = false

        func validate() throws {
            guard file != "-" || !(withWeights || withPackedWeights) else {
                throw ValidationError(
                    "--with-\(withWeights ? "" : "packed-")weights needs a file, beside which the weights can lie")
            }
            guard !writesAccuracies || !(withWeights || withPackedWeights) else {
                throw ValidationError("imported accuracies have no weights: leave --with-weights out")
            }
        }

        private var writesAccuracies: Bool { imported || file.lowercased().hasSuffix(".csv") }

        func run() async throws {
            let workspace = try Workspace.reading(workspace)
            try checkFile()
            if writesAccuracies { return try writeAccuracies(of: workspace) }
            let results = try workspace.storeResults(withHistory: true)
            results.reportProblems()
            let records = try chosen(of: results, beside: workspace)
            if file == "-" {
                for record in records { Output.write(try CommandFailure.catching { try record.line() } + "\n", as: nil) }
            } else {
                try write(records, from: workspace.storePath)
                if withPackedWeights {
                    let packed = try await ResultPacking(workspace: workspace, presetFolders: self.workspace.presets).pack(
                        records, beside: file)
                    Diagnostics.write(
                        "bitfront: weights of \(packed.counted("result")) packed into \(RecordFile.packedFolder(of: file))")
                }
            }
            let skipped = keys.isEmpty ? results.records.count - records.count : 0
            let accuracies = keys.isEmpty ? results.imported.count : 0
            Diagnostics.write(
                "bitfront: \(records.count.counted("result")) exported"
                    + (skipped > 0 ? ", \(skipped.counted("experiment")) without a result left out" : "")
                    + (accuracies > 0
                        ? ", \(accuracies.counted("imported accuracy", "imported accuracies")) left out: 'bitfront results export --imported FILE.csv' writes \(accuracies == 1 ? "it" : "them")"
                        : ""))
            if !results.problems.isEmpty { throw CommandFailure(.doesNotHold) }
        }

        /// Checks that nothing is replaced unasked.
        private func checkFile() throws(CommandFailure) {
            guard file != "-", try ReplacedFile.isThere(file), !force else { return }
            throw CommandFailure(.usage, "'\(file)' is there already: name another file, or add --force to replace it")
        }

        private func chosen(of results: Workspace.Results, beside workspace: Workspace) throws(CommandFailure) -> [ExperimentRecord]
        {
            let final = results.records.filter(\.status.isFinal)
            guard !keys.isEmpty else { return final }
            for key in keys where !final.contains(where: { $0.key.hasPrefix(key.lowercased()) }) {
                guard !results.imported.contains(where: ResultKey(key).means) else {
                    throw CommandFailure(
                        .usage, "'\(key)' is imported: 'bitfront results export --imported FILE.csv \(key)' writes it")
                }
                if let file = workspace.shippedResults().files.first(where: {
                    $0.records.contains { $0.key.hasPrefix(key.lowercased()) }
                }) {
                    throw CommandFailure(
                        .usage, "'\(key)' has come with the program and is in no store: its line is in \(file.path)")
                }
                throw CommandFailure(.usage, "there is no result '\(key)': bitfront results list shows the keys there are")
            }
            return final.filter { record in keys.contains { record.key.hasPrefix($0.lowercased()) } }
        }

        /// Writes imported accuracies; a file is replaced as a whole.
        private func writeAccuracies(of workspace: Workspace) throws(CommandFailure) {
            let results = try workspace.storeResults()
            results.reportProblems()
            for key in keys where !results.imported.contains(where: ResultKey(key).means) {
                throw CommandFailure(
                    .usage, "there is no imported accuracy '\(key)': 'bitfront results list --imported' shows those there are")
            }
            let chosen = results.imported.filter { one in keys.isEmpty || keys.contains { ResultKey($0).means(one) } }
            let text = AccuracyFile.text(of: chosen)
            if file == "-" {
                Output.write(
                    text.split(separator: "\n").map { String($0).visible + "\n" }.joined(), as: .csv, ascii: self.workspace.ascii)
            } else {
                do {
                    try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
                } catch {
                    throw CommandFailure(.failed, "'\(file)' cannot be written: its folder may not be there, or not be yours")
                }
            }
            Diagnostics.write("bitfront: \(chosen.count.counted("imported accuracy", "imported accuracies")) exported")
            if !results.problems.isEmpty { throw CommandFailure(.doesNotHold) }
        }

        private func write(_ records: [ExperimentRecord], from path: String) throws(CommandFailure) {
            try CommandFailure.catching {
                var progress = CountDisplay("exporting")
                var writer = try RecordFileWriter(file, withWeights: withWeights)
                let store = withWeights ? try ExperimentStore.openIfPresent(at: path) : nil
                for (index, record) in records.enumerated() {
                    try writer.write(record, weights: try store?.weights(of: record.key))
                    progress.show(index + 1, of: records.count)
                }
                try writer.finish()
                progress.clear()
            }
        }
    }
}
