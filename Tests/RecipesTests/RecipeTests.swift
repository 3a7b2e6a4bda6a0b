import Foundation
import Recipes
import Testing

@Suite("Recipes")
struct RecipeTests {
    private func recipe(clip: Double? = 2) -> Recipe {
        Recipe(
            name: "test", float: .init(epochs: 12, learningRate: 0.01, schedule: .step, warmUpSteps: 0),
            quantized: .init(epochs: 6, learningRate: 0.005, schedule: .cosine, warmUpSteps: 200), batchSize: 100, momentum: 0.9,
            weightDecay: 0.0005, gradientClipNorm: clip, standardisation: .image, shiftPixels: 2, mirror: true,
            scaleRule: .leastSquaredError)
    }

    @Test("A recipe survives being kept as JSON, with clipping and without", arguments: [2, nil] as [Double?])
    func roundTrip(clip: Double?) throws {
        let json = try JSONEncoder().encode(recipe(clip: clip))
        #expect(try JSONDecoder().decode(Recipe.self, from: json) == recipe(clip: clip))
    }

    @Test("Its keys in JSON are words with underscores, and its choices the words of the presets")
    func keys() throws {
        let text = String(decoding: try JSONEncoder().encode(recipe()), as: UTF8.self)
        for part in [
            "\"batch_size\":100", "\"weight_decay\":", "\"gradient_clip_norm\":2", "\"shift_pixels\":2",
            "\"scale_rule\":\"least-squared-error\"",
            "\"learning_rate\":0.01", "\"warm_up_steps\":200", "\"schedule\":\"cosine\"", "\"standardisation\":\"image\"",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test("No clipping is null, not a key that is missing")
    func noClipping() throws {
        let text = String(decoding: try JSONEncoder().encode(recipe(clip: nil)), as: UTF8.self)
        #expect(text.contains("\"gradient_clip_norm\":null"))
    }

    @Test("Adapted to a data set, it mirrors only what it names or what it mirrors anyway")
    func adaptation() {
        var recipe = recipe()
        recipe.mirroredDatasets = ["cifar10"]
        #expect(recipe.adapted(to: "mnist").mirror)
        recipe.mirror = false
        #expect(recipe.adapted(to: "cifar10").mirror)
        #expect(!recipe.adapted(to: "mnist").mirror)
        #expect(recipe.adapted(to: "cifar10").mirroredDatasets.isEmpty)
    }

    @Test("JSON that lacks a setting, or has a choice that does not exist, is no recipe")
    func malformed() throws {
        let text = String(decoding: try JSONEncoder().encode(recipe()), as: UTF8.self)
        for broken in [text.replacing("\"momentum\"", with: "\"momemtum\""), text.replacing("cosine", with: "sine")] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(Recipe.self, from: Data(broken.utf8)) }
        }
    }
}
