import Networks
import Precision
import Recipes

@testable import Training

/// A network with random weights, calibrated on images: as a low-precision run has it in front of its first step.
struct Calibrated {
    let network: Network
    let weights: TrainedWeights
    let plan: QuantizationPlan
    let transform: InputTransform
    let images: ImageSet

    init(
        _ network: Network, _ precision: Precision, radix: RadixPolicy, images: ImageSet, parameters: [Float]? = nil,
        seed: UInt64 = 1, rule: Recipe.ScaleRule = .leastSquaredError
    ) async throws {
        let layout = try ParameterLayout(network)
        let parameters = parameters ?? Self.parameters(layout, seed: seed)
        let recipe = TinyTask.recipe(rule: rule)
        let job = TrainingJob(network: network, precision: precision, radix: radix, recipe: recipe, seed: seed)
        let transform = InputTransform(recipe: recipe, training: images)
        let plan = try await Calibrator(job: job, layout: layout)
            .plan(parameters: parameters, images: images, transform: transform)
        guard let plan else { throw TrainingError.quantizationDoesNotFit(problem: "no plan for \(precision.name)") }
        self.network = network
        weights = TrainedWeights(parameters, layout: layout)
        self.plan = plan
        self.transform = transform
        self.images = images
    }

    /// Random weights and biases.
    static func parameters(_ layout: ParameterLayout, seed: UInt64 = 1) -> [Float] {
        var parameters = layout.initialParameters(seed: seed)
        var random = RandomSource(seed: seed &+ 99)
        for entry in layout.entries {
            for index in entry.biases { parameters[index] = random.nearlyNormal() * 0.05 }
        }
        return parameters
    }

    func examiner(threads: Int = 2) throws -> ArithmeticExaminer {
        try ArithmeticExaminer(network: network, weights: weights, plan: plan, transform: transform, threads: threads)
    }

    var integerNetwork: IntegerNetwork {
        get throws { try IntegerNetwork(network, weights: weights, plan: plan) }
    }
}
