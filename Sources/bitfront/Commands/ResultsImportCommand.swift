import ArgumentParser
import DesignSpace
import ExperimentStore
import Foundation
import Networks

extension ResultsCommand {
    /// `bitfront results import FILE`.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Bring results of another store in, or a table of your own accuracies.",
            discussion: """
                Results are lines of JSON as 'results export' writes them; weights beside them, in FILE.weights, come along. A table is CSV \
                with the columns network, dataset, precision, radix, accuracy_percent and, if you like, test_images, seeds, note, source: \
                its rows are shown as imported beside what was published and measured, and importing one again replaces it. A precision is \
                written as everywhere (float32, fixed8, pow2, binary, fixed:8,16), and its radix points in the column radix: global for \
                one in all layers, as the paper has it, or layer for one in each, which elsewhere is fixed8@layer; left empty it is \
                global. Accuracies are in percent: a table in which all are between 0 and 1 is refused. All of a file is brought in, or, if one line is wrong, nothing.
                """)

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "The file; - for standard input.")
        var file: String

        func run() throws {
            let workspace = try Workspace(workspace)
            sayIfWaiting()
            var progress = CountDisplay("reading")
            let content = try CommandFailure.catching {
                try ExchangeFile(reading: file, names: names(in: workspace), date: Date().formatted(.iso8601)) { progress.show($0) }
            }
            progress.clear()
            let store = try CommandFailure.catching { try ExperimentStore.open(at: workspace.storePath, for: .writing) }
            switch content {
            case .records(let records): try merge(records, into: store)
            case .accuracies(let accuracies): try merge(accuracies, into: store, workspace)
            }
        }

        /// Says that a pipe is read, which can take until somebody writes into it.
        private func sayIfWaiting() {
            let path = URL(filePath: file).resolvingSymlinksInPath().path
            let facts = try? FileManager.default.attributesOfItem(atPath: path)
            guard file != "-", let type = facts?[.type] as? FileAttributeType, type != .typeRegular, type != .typeDirectory else {
                return
            }
            Diagnostics.write("bitfront: '\(file)' is no regular file: reading what somebody writes into it")
        }

        /// What a table may name, and which network does not go with which data set.
        private func names(in workspace: Workspace) -> AccuracyFile.Names {
            let facts = DatasetFacts()
            let studied = workspace.catalogue.studies.flatMap { $0.benchmarks.map(\.dataset) }
            var datasets: [String] = []
            for name in studied + facts.known where !datasets.contains(name) { datasets.append(name) }
            var misfits: [AccuracyFile.Names.Pair: String] = [:]
            for network in workspace.catalogue.networks {
                for dataset in datasets {
                    misfits[.init(network: network.name, dataset: dataset)] = facts.misfit(of: network, to: dataset)
                }
            }
            return .init(networks: workspace.catalogue.networks.map(\.name), datasets: datasets, misfits: misfits)
        }

        private func merge(_ records: RecordFile, into store: ExperimentStore) throws(CommandFailure) {
            let folder = RecordFile.weightsFolder(of: file)
            let hasWeights = file != "-" && FileManager.default.fileExists(atPath: folder)
            var progress = CountDisplay("importing")
            let done = try CommandFailure.catching {
                try store.merge(records, weightsFolder: hasWeights ? folder : nil) { progress.show($0, of: records.entries.count) }
            }
            progress.clear()
            Output.write(
                "\(done.added.counted("result")) imported, \(done.known.counted("was", "were")) there already; \(done.weights.counted("set")) of weights\n",
                ascii: workspace.ascii)
        }

        private func merge(
            _ accuracies: AccuracyFile, into store: ExperimentStore, _ workspace: Workspace
        ) throws(CommandFailure) {
            let done = try CommandFailure.catching { try store.merge(accuracies) }
            Output.write(
                "\(done.added.counted("accuracy", "accuracies")) imported, \(done.replaced) replaced, \(done.known.counted("was", "were")) there already\n",
                ascii: self.workspace.ascii)
            let tiny = accuracies.accuracies.filter { $0.accuracyPercent > 0 && $0.accuracyPercent <= 1 }
            if let first = tiny.first {
                Diagnostics.write(
                    "bitfront: \(tiny.count.counted("accuracy is", "accuracies are")) of 1 % or less, as \(first.point.reference.name) on "
                        + "\(first.point.dataset) with \(first.accuracyPercent) %: accuracy_percent is in percent, not a fraction")
            }
            let catalogue = workspace.catalogue
            let unknown = accuracies.accuracies.filter { accuracy in
                !catalogue.networks.contains { $0.name == accuracy.point.network }
            }
            guard let first = unknown.first else { return }
            Diagnostics.write(
                "bitfront: \(unknown.count.counted("is of a network", "are of networks")) that no preset describes, as \(first.point.network), and not "
                    + "shown until one does: 'bitfront presets list' has those there are")
        }
    }
}
