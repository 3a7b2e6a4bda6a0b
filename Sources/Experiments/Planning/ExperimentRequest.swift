import DesignSpace
import Networks
import Precision
import Recipes

/// An experiment as a person asks for it: a point, and whatever else is not left to its default.
public struct ExperimentRequest: Hashable, Sendable {
    /// The recipe of an experiment that names none: the paper's method.
    public static let defaultRecipe = "paper"

    /// The priority in the queue of what a person asks for by name, which comes before sweeps.
    public static let priority = 10

    /// The epochs that a request may ask for.
    public static let allowedEpochs = 1...100_000

    /// The network, the precision and the radix policy.
    public var point: PointReference
    /// The data set's name; that of the network's benchmark in the study if nil.
    public var dataset: String?
    /// The recipe's name.
    public var recipe: String
    /// The seed of everything random.
    public var seed: UInt64
    /// The number of epochs, of a float32 parent too; the recipe's if nil.
    public var epochs: Int?

    /// Makes a request.
    public init(
        point: PointReference, dataset: String? = nil, recipe: String = defaultRecipe, seed: UInt64 = 1, epochs: Int? = nil
    ) {
        self.point = point
        self.dataset = dataset
        self.recipe = recipe
        self.seed = seed
        self.epochs = epochs
    }

    /// The experiment that is asked for.
    ///
    /// - Parameters:
    ///   - catalogue: the networks and recipes there are.
    ///   - study: the study that says which data set a network is trained on.
    /// - Throws: `ExperimentsError.request` for a name that nothing has, or a network without a data set; `.epochsOutOfRange`.
    public func spec(in catalogue: Catalogue, study: Study) throws(ExperimentsError) -> ExperimentSpec {
        try spec(in: catalogue, defaultDataset: study.benchmark(of: point.network)?.dataset)
    }

    func spec(in catalogue: Catalogue, defaultDataset: String?) throws(ExperimentsError) -> ExperimentSpec {
        let (network, named) = try found(in: catalogue)
        guard let dataset = dataset ?? defaultDataset else {
            throw .request(.noDataset(network: network.name))
        }
        var recipe = named
        if let epochs {
            guard Self.allowedEpochs.contains(epochs) else {
                throw .epochsOutOfRange(epochs, allowed: Self.allowedEpochs)
            }
            recipe.float.epochs = epochs
            recipe.quantized.epochs = epochs
        }
        return ExperimentSpec(
            network: network.name, networkFingerprint: network.fingerprint, dataset: dataset, precision: point.precision,
            radix: point.radix, recipe: recipe, seed: seed)
    }

    private func found(in catalogue: Catalogue) throws(ExperimentsError) -> (Network, Recipe) {
        do {
            return (try catalogue.network(point.network), try catalogue.recipe(recipe))
        } catch {
            throw .request(error)
        }
    }
}
