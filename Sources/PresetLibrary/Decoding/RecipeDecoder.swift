import Recipes

extension FieldReader {
    /// Reads a recipe; the keys are those of a recipe's JSON, and `mirror_datasets`.
    mutating func recipe(name: String) -> Recipe? {
        _ = text("source")
        let float = section("float") { $0.phase() }
        let quantized = section("quantized") { $0.phase() }
        let batch = integer("batch_size", in: 1...65_536)
        let momentum = number("momentum", in: 0...0.9999)
        let decay = number("weight_decay", in: 0...1)
        let clip = clipNorm()
        let standardisation: Recipe.Standardisation? = choice("standardisation")
        let shift = integer("shift_pixels", in: 0...64)
        let mirror = flag("mirror", default: false)
        let mirrored = names("mirror_datasets", isOptional: true)
        let rule: Recipe.ScaleRule? = choice("scale_rule")
        guard problems.isEmpty, let float, let quantized, let batch, let momentum, let decay, let standardisation, let shift,
            let mirror, let rule
        else { return nil }
        var recipe = Recipe(
            name: name, float: float, quantized: quantized, batchSize: batch, momentum: momentum, weightDecay: decay,
            gradientClipNorm: clip, standardisation: standardisation, shiftPixels: shift, mirror: mirror, scaleRule: rule)
        recipe.mirroredDatasets = mirrored.sorted()
        return recipe
    }

    private mutating func phase() -> Recipe.Phase? {
        let epochs = integer("epochs", in: 1...100_000)
        let rate = number("learning_rate", in: 1e-9...100)
        let schedule: Recipe.Schedule? = choice("schedule")
        let warmUp = integer("warm_up_steps", in: 0...1_000_000)
        guard let epochs, let rate, let schedule, let warmUp else { return nil }
        return Recipe.Phase(epochs: epochs, learningRate: rate, schedule: schedule, warmUpSteps: warmUp)
    }

    /// The norm that gradients are cut to; nil for `none`.
    private mutating func clipNorm() -> Double? {
        guard let node = node("gradient_clip_norm"), node.plainText != "none" else { return nil }
        return number(of: node, "gradient_clip_norm", in: 1e-6...1e6)
    }
}
