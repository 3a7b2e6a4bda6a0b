import ArgumentParser
import Datasets
import DesignSpace
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
    static let datasets = CompletionKind.custom { _, _, _ in DatasetLibrary.standard.list().map(\.name) }

    private static func completion(_ names: @escaping @Sendable (Catalogue) -> [String]) -> CompletionKind {
        .custom { _, _, _ in
            // A folder that --presets names on the same line is not known here.
            names(PresetLibrary.load(roots: PresetLocator.ofThisProcess().roots()).catalogue)
        }
    }
}
