import Digest
import Precision
import Recipes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Everything that determines an experiment's outcome, so that the same spec never has to be run twice.
public struct ExperimentSpec: Hashable, Sendable, Codable {
    /// The engine's major version: it rises when the same spec would train to other weights.
    public static let engineMajorVersion = 1

    /// The network's name.
    public var network: String
    /// A digest of the network's layers, so that a network that was edited is another experiment.
    public var networkFingerprint: String
    /// The data set's name.
    public var dataset: String
    /// The precision.
    public var precision: Precision
    /// Where radix points stand; `global` for float32, which has none.
    public var radix: RadixPolicy
    /// How it is trained, adapted to the data set.
    public var recipe: Recipe
    /// The seed of everything random.
    public var seed: UInt64

    /// Makes a spec.
    public init(
        network: String, networkFingerprint: String, dataset: String, precision: Precision, radix: RadixPolicy,
        recipe: Recipe, seed: UInt64
    ) {
        self.network = network
        self.networkFingerprint = networkFingerprint
        self.dataset = dataset
        self.precision = precision
        self.radix = precision == .float32 ? .global : radix
        self.recipe = recipe.adapted(to: dataset)
        self.seed = seed
    }

    /// The phase of the recipe that applies: `float` for float32, `quantized` for everything else.
    public var phase: Recipe.Phase { precision == .float32 ? recipe.float : recipe.quantized }

    /// The design point that the experiment measures.
    public var point: DesignPoint { DesignPoint(network: network, dataset: dataset, precision: precision, radix: radix) }

    /// The experiment whose weights this one starts from: float32 of the same network; nil for float32 itself.
    public var parent: ExperimentSpec? {
        guard precision != .float32 else { return nil }
        var parent = self
        parent.precision = .float32
        parent.radix = .global
        return parent
    }
}
