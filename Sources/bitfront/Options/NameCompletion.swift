import ArgumentParser
import Datasets
import DesignSpace
import ExperimentStore
import Foundation
import HardwareModel
import Networks
import Precision
import PresetLibrary
import Recipes
import Terminal

/// The names that a shell completes: those of the presets and data sets there are when the key is pressed.
enum NameCompletion {
    static let studies = completion { $0.studies.map(\.name) }
    static let networks = completion { $0.networks.map(\.name) }
    static let accelerators = completion { $0.accelerators.map(\.name) }
    static let recipes = completion { $0.recipes.map(\.name) }
    static let tours = completion { $0.tours.map(\.name) }
    static let points = completion { catalogue in
        catalogue.networks.flatMap { network in catalogue.precisions.map { "\(network.name)/\($0.precision.name)" } }
    }
    static let datasets = CompletionKind.custom { _, _, _ in
        let names = DatasetLibrary.standard.list().map(\.name)
        return names + usedDatasets.filter { !names.contains($0) }
    }

    /// The keys of the experiments in the queue, so many digits as commands show.
    static let queueKeys = described { words in
        let queue = try store(named: words)?.queue()
        return queue?.experiments.map { ($0.key, "\($0.spec.point.reference.name) on \($0.spec.dataset), \($0.state.rawValue)") }
            ?? []
    }

    /// The keys of what is in the store: results, experiments on their way, and imported accuracies.
    static let resultKeys = described { words in
        guard let store = try store(named: words) else { return [] }
        let records = try store.listing().records.map { record in
            (
                record.key,
                "\(record.spec.point.reference.name) on \(record.spec.dataset), \(record.spec.recipe.name), \(record.status.rawValue)"
            )
        }
        return records
            + (try store.importedAccuracies().accuracies).map {
                ($0.key, "\($0.point.reference.name) on \($0.point.dataset), imported from \($0.source)")
            }
    }

    /// The store that the words of a command line name, or the user's own.
    private static func store(named words: [String]) throws -> ExperimentStore? {
        let place = words.firstIndex(of: "--store").map { $0 + 1 }
        let named = place.flatMap { words.indices.contains($0) ? words[$0] : nil }
        return try ExperimentStore.openIfPresent(
            at: named ?? ExperimentStore.defaultPath(environment: ProcessInfo.processInfo.environment))
    }

    /// The most keys that are offered at once.
    private static let mostKeys = 200

    /// Keys that begin as what is typed, each with what it is where the shell shows that. A store that cannot be read offers none.
    private static func described(_ keys: @escaping @Sendable ([String]) throws -> [(key: String, what: String)]) -> CompletionKind
    {
        .custom { words, _, typed in
            let found = ((try? keys(words)) ?? []).filter { $0.key.hasPrefix(typed) }
            return found.prefix(mostKeys).map { key, what in
                let short = String(key.prefix(max(12, typed.count)))
                return switch CompletionShell.requesting {
                case .zsh?: "\(short):\(what.visible)"
                case .fish?: "\(short)\t\(what.visible)"
                default: short
                }
            }
        }
    }

    /// The data sets that something in the user's own store is of, as `digits:0.7`, which no list of them has.
    private static var usedDatasets: [String] {
        let path = ExperimentStore.defaultPath(environment: ProcessInfo.processInfo.environment)
        guard let store = try? ExperimentStore.openIfPresent(at: path) else { return [] }
        return (try? store.datasets()) ?? []
    }

    private static func completion(_ names: @escaping @Sendable (Catalogue) -> [String]) -> CompletionKind {
        .custom { _, _, _ in
            // A folder that --presets names on the same line is not known here.
            names(PresetLibrary.load(roots: PresetLocator.ofThisProcess().roots()).catalogue)
        }
    }
}
