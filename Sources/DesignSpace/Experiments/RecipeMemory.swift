import Digest
import Precision
import Recipes

/// The recipes of records that are read one after another, each worked out once from the text that they have in common.
public struct RecipeMemory {
    private var known: [String: Recipe] = [:]
    /// The recipe of the key that was asked for last, and its part of canonical texts.
    private var last: (recipe: Recipe, text: String, textOfFloat32: String)?
    /// The keys of float32 experiments by their canonical texts: each is asked for again as the parent of others.
    private var parentKeys: [String: String] = [:]

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
        guard spec.precision == .float32 else { return Self.key(ofText: spec.textBeforeRecipe + (last?.text ?? "")) }
        let text = spec.textBeforeRecipe + (last?.textOfFloat32 ?? "")
        if let known = parentKeys[text] { return known }
        if parentKeys.count == Self.mostParents { parentKeys.removeAll(keepingCapacity: true) }
        let key = Self.key(ofText: text)
        parentKeys[text] = key
        return key
    }

    /// As many as there are in a store of usual size.
    private static let mostParents = 256

    private static func key(ofText text: String) -> String { SHA256.digest(of: text).hexadecimal }
}
