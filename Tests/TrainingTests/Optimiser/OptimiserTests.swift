import Recipes
import Testing

@testable import Training

struct GradientDescentTests {
    private static func example(clip: Double?) throws -> (GradientDescent, ParameterLayout) {
        let layout = try ParameterLayout(TinyNetworks.network("inner product"))
        var recipe = TinyTask.recipe(clip: clip)
        recipe.weightDecay = 0.5
        return (GradientDescent(recipe: recipe, layout: layout), layout)
    }

    @Test("Two steps follow the formula, with decay on weights only")
    func formula() throws {
        var (optimiser, layout) = try Self.example(clip: nil)
        var parameters = [Float](repeating: 2, count: layout.count)
        for _ in 0..<2 {
            let gradients = [[Float](repeating: 0.5, count: layout.count), [Float](repeating: 0.25, count: layout.count)]
            _ = optimiser.update(&parameters, gradients: gradients, rate: 0.125)
        }
        // Weights: v = 0.75 + 0.5 * 2 = 1.75, w = 1.78125; v = 0.9 * 1.75 + 0.75 + 0.890625, w = 1.78125 - 0.125 * 3.215625.
        #expect(abs(parameters[0] - 1.379_296_875) < 1e-6)
        // Biases: v = 0.75, b = 1.90625; v = 0.675 + 0.75, b = 1.90625 - 0.125 * 1.425.
        #expect(abs(parameters[layout.count - 1] - 1.728_125) < 1e-6)
    }

    @Test("A gradient beyond the norm is cut to it, and its norm told")
    func clip() throws {
        var (optimiser, layout) = try Self.example(clip: 1)
        var parameters = [Float](repeating: 0, count: layout.count)
        let gradients = [[Float](repeating: 3, count: layout.count)]
        let norm = optimiser.update(&parameters, gradients: gradients, rate: 1)
        #expect(abs(norm - 3 * Double(layout.count).squareRoot()) < 1e-9)
        let moved = parameters.reduce(0.0) { $0 + Double($1) * Double($1) }
        #expect(abs(moved - 1) < 1e-5)
    }

    @Test("A gradient that is not finite moves nothing", arguments: [Float.nan, .infinity])
    func notFinite(value: Float) throws {
        var (optimiser, layout) = try Self.example(clip: 1)
        var parameters = [Float](repeating: 1, count: layout.count)
        var gradients = [[Float](repeating: 0, count: layout.count)]
        gradients[0][3] = value
        #expect(!optimiser.update(&parameters, gradients: gradients, rate: 1).isFinite)
        #expect(parameters.allSatisfy { $0 == 1 })
    }
}

struct LearningRateTests {
    private static func rates(_ schedule: Recipe.Schedule, warmUp: Int = 0) -> [Double] {
        let phase = Recipe.Phase(epochs: 6, learningRate: 0.5, schedule: schedule, warmUpSteps: warmUp)
        let rate = LearningRate(phase: phase, stepsPerEpoch: 2)
        return (0..<12).map(rate.rate(at:))
    }

    @Test("A constant rate stays")
    func constant() {
        #expect(Self.rates(.constant).allSatisfy { $0 == 0.5 })
    }

    @Test("Steps come after two thirds and five sixths of the epochs")
    func step() {
        #expect(Self.rates(.step) == [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.05, 0.05, 0.005, 0.005])
    }

    @Test("A rate is told as it was given, not as its nearest single-precision number")
    func exact() {
        let phase = Recipe.Phase(epochs: 6, learningRate: 0.01, schedule: .constant, warmUpSteps: 0)
        #expect(LearningRate(phase: phase, stepsPerEpoch: 2).rate(at: 3) == 0.01)
    }

    @Test("A cosine falls from the rate towards zero")
    func cosine() {
        let rates = Self.rates(.cosine)
        #expect(rates[0] == 0.5)
        #expect(abs(rates[6] - 0.25) < 1e-6)
        #expect(zip(rates, rates.dropFirst()).allSatisfy { $0 > $1 })
    }

    @Test("The rate rises in equal steps while it warms up")
    func warmUp() {
        #expect(Self.rates(.constant, warmUp: 4).prefix(5) == [0.125, 0.25, 0.375, 0.5, 0.5])
    }
}
