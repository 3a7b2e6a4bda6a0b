import Networks
import Precision
import Recipes

@testable import Training

/// A small task that is easy to learn: images with a bright bar, whose place is the class.
enum TinyTask {
    static let shape = Shape(height: 6, width: 6, channels: 1)

    static func images(count: Int, seed: UInt64, classes: Int = 3, randomLabels: Bool = false) throws -> ImageSet {
        var random = RandomSource(seed: seed)
        var pixels: [UInt8] = []
        var labels: [UInt8] = []
        for index in 0..<count {
            let bar = index % classes
            for _ in 0..<6 {
                for column in 0..<6 { pixels.append(UInt8((column / 2 == bar ? 160 : 0) + random.index(below: 80))) }
            }
            labels.append(UInt8(randomLabels ? random.index(below: classes) : bar))
        }
        return try ImageSet(shape: shape, classCount: classes, pixels: pixels, labels: labels)
    }

    static func recipe(
        epochs: Int = 3, learningRate: Double = 0.05, rule: Recipe.ScaleRule = .leastSquaredError, shiftPixels: Int = 0,
        standardisation: Recipe.Standardisation = .mean, clip: Double? = 2
    ) -> Recipe {
        let phase = Recipe.Phase(epochs: epochs, learningRate: learningRate, schedule: .cosine, warmUpSteps: 2)
        return Recipe(
            name: "tiny", float: phase, quantized: phase, batchSize: 7, momentum: 0.9, weightDecay: 0.0005, gradientClipNorm: clip,
            standardisation: standardisation, shiftPixels: shiftPixels, mirror: false, scaleRule: rule)
    }

    static func job(
        _ precision: Precision = .float32, recipe: Recipe = recipe(), radix: RadixPolicy = .layer, seed: UInt64 = 1
    ) throws -> TrainingJob {
        TrainingJob(network: try TinyNetworks.classifier(), precision: precision, radix: radix, recipe: recipe, seed: seed)
    }

    /// Runs a job to its end.
    static func outcome(
        _ job: TrainingJob, training: ImageSet, test: ImageSet, parent: TrainedWeights? = nil, threads: Int = 2
    ) async throws -> TrainingOutcome {
        var session = try await TrainingSession(job, training: training, test: test, parent: parent, threads: threads)
        return try await session.runToEnd()
    }
}

extension TrainingSession {
    /// Takes events until the last.
    mutating func runToEnd() async throws(TrainingError) -> TrainingOutcome {
        while true {
            if case .finished(let outcome) = try await next() { return outcome }
        }
    }
}
