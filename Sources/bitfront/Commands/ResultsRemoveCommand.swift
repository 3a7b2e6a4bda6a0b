import ArgumentParser
import DesignSpace
import ExperimentStore

extension ResultsCommand {
    /// `bitfront results remove KEY`.
    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Remove an experiment or an imported accuracy from the store.",
            discussion: "Without --yes nothing is removed; what would be is said. A record that is damaged can be removed as well.")

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "The key, or the beginning of it.")
        var key: String

        @Flag(help: "Remove it.")
        var yes = false

        func run() throws {
            let path = try Workspace.reading(workspace).storePath
            guard let reading = try CommandFailure.catching({ try ExperimentStore.openIfPresent(at: path) }) else {
                throw CommandFailure(.usage, "there is no result '\(key)': the store \(path) is not there")
            }
            let target = try CommandFailure.catching { try Target(key, in: reading) }
            guard yes else {
                return Output.write("would remove \(target.description): say it again with --yes\n", ascii: workspace.ascii)
            }
            try CommandFailure.catching {
                let store = try ExperimentStore.open(at: path, for: .writing)
                if target.isImported { try store.removeImportedAccuracy(target.key) } else { try store.remove(target.key) }
            }
            Output.write("removed \(target.description)\n", ascii: workspace.ascii)
        }

        /// What is to be removed.
        private struct Target {
            let key: String
            let description: String
            let isImported: Bool

            init(_ text: String, in store: ExperimentStore) throws {
                let listing = try store.listing()
                let imported = try store.importedAccuracies()
                let isMeant = { (key: String?) in !text.isEmpty && key?.hasPrefix(text.lowercased()) == true }
                let damagedRecord = listing.damaged.compactMap(\.key).first(where: isMeant)
                let damagedAccuracy = imported.damaged.compactMap(\.key).first(where: isMeant)
                if let damaged = damagedRecord ?? damagedAccuracy {
                    (key, description) = (damaged, "\(damaged.prefix(12)), which is damaged")
                    isImported = damagedRecord == nil
                    return
                }
                let results = Workspace.Results(records: listing.records, imported: imported.accuracies)
                switch try ResultKey(text).found(in: results) {
                case .record(let record):
                    key = record.key
                    description =
                        "\(key.prefix(12)), \(record.spec.point.reference.name) on \(record.spec.dataset), \(record.status.rawValue)"
                    isImported = false
                case .imported(let accuracy):
                    key = accuracy.key
                    description =
                        "\(key.prefix(12)), \(accuracy.point.reference.name) on \(accuracy.point.dataset), imported from \(accuracy.source)"
                    isImported = true
                }
            }
        }
    }
}
