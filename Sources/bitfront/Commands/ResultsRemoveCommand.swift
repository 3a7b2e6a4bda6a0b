import ArgumentParser
import DesignSpace
import ExperimentStore

extension ResultsCommand {
    /// `bitfront results remove KEY ...`.
    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Remove experiments or imported accuracies from the store.",
            discussion: """
                Without --yes you are asked at a terminal, once for all; where nobody can be asked nothing is removed, what would be is \
                said, and the status is 2. Where one of several is not there nothing is removed. A record that is damaged can be removed as well.
                """)

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(
            help: """
                Keys, or the beginnings of them; sources of imported accuracies, all of which are removed; or points, as lenet/fixed8, that \
                have one result.
                """, completion: NameCompletion.resultKeys)
        var keys: [String]

        @Flag(help: "Remove it.")
        var yes = false

        func run() throws {
            let path = try Workspace.reading(workspace).storePath
            guard let reading = try CommandFailure.catching({ try ExperimentStore.openIfPresent(at: path) }) else {
                throw CommandFailure(.usage, "there is no result '\(keys[0])': the store \(path) is not there")
            }
            let targets = try CommandFailure.catching { try Target.all(keys, in: reading) }
            let description = targets.map(\.description).joined(separator: "; ")
            try Confirmation.removing(description, yes: yes)
            try CommandFailure.catching {
                let store = try ExperimentStore.open(at: path, for: .writing)
                for target in targets {
                    for key in target.keys {
                        if target.isImported { try store.removeImportedAccuracy(key) } else { try store.remove(key) }
                    }
                }
            }
            Output.write("removed \(description)\n", ascii: workspace.ascii)
        }

        /// What is to be removed.
        private struct Target {
            /// Nothing that another target has.
            private(set) var keys: [String]
            let description: String
            let isImported: Bool

            /// What several texts stand for, each result in one target.
            ///
            /// - Throws: `CommandFailure` at the first text that stands for nothing, or for several things.
            static func all(_ texts: [String], in store: ExperimentStore) throws -> [Target] {
                let (records, accuracies) = (try store.listing(), try store.importedAccuracies())
                var known: Set<String> = []
                return try texts.compactMap { text in
                    var target = try Target(text, records, accuracies)
                    target.keys = target.keys.filter { known.insert($0).inserted }
                    return target.keys.isEmpty ? nil : target
                }
            }

            private init(_ text: String, _ listing: RecordListing, _ imported: AccuracyListing) throws {
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
