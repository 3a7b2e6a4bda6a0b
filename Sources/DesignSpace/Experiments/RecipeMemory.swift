import Digest
import Precision
import Recipes

/// The recipes of records that are read one after another, each worked out once from the text that they have in common.
public struct RecipeMemory {
    private var known: [String: Recipe] = [:]
    /// The recipe of the key that was asked for last, and its part of canonical texts.
    private var last: (recipe: Recipe, text: String, textOfFloat32: String)?

    /// Makes a memory of nothing.
    public init() {}

    /// The recipe of a record, of which `bytes` are the whole text: it says in which place something is no JSON.
    mutating func recipe(in fields: JSONFields, of bytes: [UInt8]) throws(JSONProblem) -> Recipe {
        guard let text = fields.unread("recipe_settings") else { return try Recipe(fields.object("recipe_settings")) }
        if let recipe = known[text] { return recipe }
        guard let tree = JSONTree(text: text) else {
            return try Recipe(JSONFields(JSONTree(ofRecord: bytes)).object("recipe_settings"))
        }
        let recipe = try Recipe(JSONFields(tree, at: "recipe_settings"))
        known[text] = recipe
        return recipe
    }

    /// A spec's key, of a text that is put together anew only where the recipe is another than that of the last one.
    public mutating func key(of spec: ExperimentSpec) -> String {
        if last?.recipe != spec.recipe {
            last = (
                spec.recipe, spec.recipe.canonicalText(isQuantized: true), spec.recipe.canonicalText(isQuantized: false)
            )
        }
        let text = (spec.precision == .float32 ? last?.textOfFloat32 : last?.text) ?? ""
        return SHA256.digest(of: spec.textBeforeRecipe + text).hexadecimal
    }
}
