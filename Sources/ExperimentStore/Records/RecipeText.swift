import Foundation
import Recipes
import Synchronization

/// Recipes as JSON with keys in alphabetical order, of which a handful is written thousands of times.
enum RecipeText {
    private static let known = Mutex<[Recipe: String]>([:])

    /// The JSON of a recipe.
    static func of(_ recipe: Recipe) throws -> String {
        if let text = known.withLock({ $0[recipe] }) { return text }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(recipe), as: UTF8.self)
        known.withLock { $0[recipe] = text }
        return text
    }
}
