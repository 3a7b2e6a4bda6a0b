import Networks
import Recipes
import Training

/// How many images a second a float32 network classifies, on two threads.
struct InferenceSpeed {
    /// The weights, random ones: what they are has no influence on the time.
    let weights: TrainedWeights
    private let classifier: Classifier
    private let images: ImageSet

    init(_ network: Network, images: ImageSet) throws {
        weights = try TrainedWeights(initialFor: network, seed: 1)
        let phase = Recipe.Phase(epochs: 1, learningRate: 0.01, schedule: .constant, warmUpSteps: 0)
        let recipe = Recipe(
            name: "bench", float: phase, quantized: phase, batchSize: 100, momentum: 0.9, weightDecay: 0, gradientClipNorm: nil,
            standardisation: .image, shiftPixels: 0, mirror: false, scaleRule: .leastSquaredError)
        classifier = try Classifier(
            network: network, weights: weights, quantization: nil, recipe: recipe, training: images, threads: 2)
        self.images = images
    }

    /// Classifies all images again and again for about so many seconds, preparing their input each time.
    func imagesPerSecond(seconds: Double) async throws -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        var count = 0
        while true {
            _ = try await classifier.evaluate(images)
            count += images.count
            let elapsed = start.duration(to: clock.now).components
            let spent = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
            if spent >= seconds { return Double(count) / spent }
        }
    }
}
