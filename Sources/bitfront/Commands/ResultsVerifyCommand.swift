import ArgumentParser
import Datasets
import DesignSpace
import ExperimentStore
import Reports

extension ResultsCommand {
    /// `bitfront results verify`.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Check everything in the store: hashes, histories, parents, data sets, and the file itself.",
            discussion: """
                Each thing that does not hold is named; the status is 1 if there is one. With --evaluate the weights of every result on a \
                data set, also the packed ones that come with shipped results, classify its test images again, low precisions in \
                integers: the accuracy has to be the recorded one.
                """)

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var output: FormatOptions

        @Option(
            help: ArgumentHelp("Classify the test images of this data set again with every result on it.", valueName: "dataset"))
        var evaluate: String?

        func run() async throws {
            let place = try Workspace.reading(workspace)
            let path = place.storePath
            var result = try CommandFailure.catching { try Self.verification(of: path) }
            let shipped = place.shippedResults()
            result.findings += shipped.problems.map { .init(key: nil, problem: $0) }
            var evaluated = ""
            if let evaluate {
                let outcome = try await ResultEvaluation(
                    workspace: place, dataset: evaluate, presetFolders: workspace.presets
                ).outcome()
                result.findings += outcome.findings
                let packed = outcome.packed > 0 ? ", \(outcome.packed) of them from packed weights" : ""
                evaluated = ", \(outcome.results.counted("result")) evaluated on \(evaluate)\(packed)"
            }
            let rows = result.findings.map { VerificationReport.Row(key: $0.key, problem: $0.problem) }
            let report = VerificationReport(
                summary: Self.summary(of: result, shipped.files.flatMap(\.records).count, evaluated, in: path), rows: rows)
            Output.write(report.rendered(as: output.format), as: output.format, ascii: workspace.ascii)
            guard rows.isEmpty else { throw CommandFailure(.doesNotHold) }
        }

        private static func verification(of path: String) throws -> StoreVerification {
            var progress = CountDisplay("checking")
            defer { progress.clear() }
            do {
                guard let store = try ExperimentStore.openIfPresent(at: path) else { return StoreVerification() }
                var datasets = DatasetDigests()
                return try store.verify(datasetSHA256: { datasets.sha256(of: $0) }) { progress.show($0, of: $1) }
            } catch ExperimentStoreError.damaged(_, let problem) {
                var result = StoreVerification()
                result.findings = [.init(key: nil, problem: "the file: \(problem)")]
                return result
            }
        }

        private static func summary(
            of result: StoreVerification, _ shipped: Int, _ evaluated: String, in path: String
        ) -> String {
            let outcome = result.findings.isEmpty ? "everything holds" : result.findings.count.counted("finding")
            let bare = result.withoutWeights > 0 ? ", \(result.withoutWeights.counted("result")) without weights" : ""
            let imported = result.accuracies > 0 ? ", \(result.accuracies) imported" : ""
            return
                "\(path): \(result.records.counted("record")) and \(result.weights.counted("set")) of weights checked\(bare)\(imported), "
                + "\(shipped.counted("shipped record"))\(evaluated): \(outcome)"
        }
    }
}

/// The digests of the data sets on this machine, each found out once.
private struct DatasetDigests {
    private var known: [String: String?] = [:]

    /// The SHA-256 of a data set; nil if it is not here.
    mutating func sha256(of name: String) -> String? {
        if let digest = known[name] { return digest }
        let entry = DatasetLibrary.standard.list().first { $0.name == name }
        let digest: String? =
            switch entry?.availability {
            case .present(let record): "\(record.sha256)"
            case .builtIn: (try? DatasetLibrary.standard.load(name)).map { "\($0.sha256)" }
            case nil where (try? ProceduralName(parsing: name)) != nil:
                (try? DatasetLibrary.standard.load(name)).map { "\($0.sha256)" }
            case .absent, .damaged, nil: nil
            }
        known[name] = .some(digest)
        return digest
    }
}
