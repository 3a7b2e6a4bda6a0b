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
