import Recipes

extension QueuedExperiment {
    /// The epochs of the whole run.
    public var epochs: Int { spec.phase.epochs }

    /// The name of the recipe that it is trained by.
    public var recipeName: String { spec.recipe.name }

    /// The design point, and the seed unless it is the first, as `alex/fixed8` or `alex/fixed8 seed 2`.
    public var name: String { spec.point.reference.name + (spec.seed == 1 ? "" : " seed \(spec.seed)") }
}
