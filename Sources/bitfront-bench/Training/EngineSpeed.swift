import Networks
import Precision
import Recipes
import Training

/// How many images a second the engine trains with and classifies, at one precision; kept alive so that rounds can take turns.
struct EngineSpeed {
    let name: String
    private var session: TrainingSession

    /// A run that is long enough never to end while it is measured, on two threads.
    ///
    /// - Parameter prepares: whether images are standardised, shifted and mirrored, as recipe `strong` does; else only scaled.
    init(
        _ network: Network, _ precision: Precision, parent: TrainedWeights?, images: ImageSet, prepares: Bool = true
    ) async throws {
        name = precision.name
        let phase = Recipe.Phase(epochs: 100_000, learningRate: 1e-6, schedule: .constant, warmUpSteps: 0)
        let recipe = Recipe(
            name: "bench", float: phase, quantized: phase, batchSize: 100, momentum: 0.9, weightDecay: 0.0005,
            gradientClipNorm: nil, standardisation: prepares ? .image : .scale, shiftPixels: prepares ? 2 : 0, mirror: prepares,
            scaleRule: .leastSquaredError)
        let job = TrainingJob(network: network, precision: precision, radix: .global, recipe: recipe, seed: 1)
        session = try await TrainingSession(job, training: images, test: images, parent: parent, threads: 2)
    }

    /// Trains for about so many seconds.
    ///
    /// - Returns: images a second, by the time of the batches alone.
    mutating func train(seconds: Double) async throws -> Double {
        var (images, spent) = (0.0, 0.0)
        let clock = ContinuousClock()
        while spent < seconds {
            let before = session.finishedBatches
            let start = clock.now
            let event = try await session.next()
            guard case .progress = event else { continue }
            let elapsed = start.duration(to: clock.now).components
            spent += Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
            images += Double(session.finishedBatches - before) * 100
        }
        return images / spent
    }
}
