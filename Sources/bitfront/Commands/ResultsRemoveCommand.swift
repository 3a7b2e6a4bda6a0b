import ArgumentParser
import DesignSpace
import ExperimentStore

extension ResultsCommand {
    /// `bitfront results remove KEY`.
    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Remove an experiment or imported accuracies from the store.",
            discussion: """
                Without --yes you are asked at a terminal; where nobody can be asked nothing is removed, what would be is said, and the \
                status is 2. A record that is damaged can be removed as well.
                """)

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "The key, or the beginning of it; or the source of imported accuracies, all of which are removed.")
        var key: String

        @Flag(help: "Remove it.")
        var yes = false

        func run() throws {
            let path = try Workspace.reading(workspace).storePath
            guard let reading = try CommandFailure.catching({ try ExperimentStore.openIfPresent(at: path) }) else {
                throw CommandFailure(.usage, "there is no result '\(key)': the store \(path) is not there")
            }
            let target = try CommandFailure.catching { try Target(key, in: reading) }
            try Confirmation.removing(target.description, yes: yes)
            try CommandFailure.catching {
                let store = try ExperimentStore.open(at: path, for: .writing)
                for key in target.keys {
                    if target.isImported { try store.removeImportedAccuracy(key) } else { try store.remove(key) }
                }
            }
            Output.write("removed \(target.description)\n", ascii: workspace.ascii)
        }

        /// What is to be removed.
        private struct Target {
            let keys: [String]
            let description: String
            let isImported: Bool

            init(_ text: String, in store: ExperimentStore) throws {
                let listing = try store.listing()
                let imported = try store.importedAccuracies()
                let isMeant = { (key: String?) in !text.isEmpty && key?.hasPrefix(text.lowercased()) == true }
                let damagedRecord = listing.damaged.compactMap(\.key).first(where: isMeant)
                let damagedAccuracy = imported.damaged.compactMap(\.key).first(where: isMeant)
                if let damaged = damagedRecord ?? damagedAccuracy {
                    (keys, description) = ([damaged], "\(damaged.prefix(12)), which is damaged")
                    isImported = damagedRecord == nil
                    return
                }
                let results = Workspace.Results(records: listing.records, imported: imported.accuracies)
                switch try ResultKey(text).found(in: results) {
                case .record(let record):
                    keys = [record.key]
                    description =
                        "\(record.key.prefix(12)), \(record.spec.point.reference.name) on \(record.spec.dataset), \(record.status.rawValue)"
                    isImported = false
                case .imported(let accuracy):
                    keys = [accuracy.key]
                    description =
                        "\(accuracy.key.prefix(12)), \(accuracy.point.reference.name) on \(accuracy.point.dataset), imported from "
                        + accuracy.source
                    isImported = true
                case .source(let name, let accuracies):
                    keys = accuracies.map(\.key)
                    description = "\(keys.count.counted("accuracy", "accuracies")) imported from \(name)"
                    isImported = true
                }
            }
        }
    }
}
