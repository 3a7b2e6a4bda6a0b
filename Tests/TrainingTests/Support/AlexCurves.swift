import Foundation
import Networks
import Precision
import Recipes
import TestSupport

@testable import Training

/// Losses of ALEX's first training steps as PyTorch computes them, with what both sides train on.
///
/// Written by `Reference/alex_curves.py`, which has the same formulas for images, weights and their order.
struct AlexCurves: Decodable {
    /// One run.
    struct Curve: Decodable {
        let name: String
        let learningRate: Double
        let gradientClipNorm: Double?
        /// The steps at which the gradient's norm was beyond the one to clip at.
        let clippedSteps: Int
        /// The radix point of all data; nil for float32.
        let dataFractionBits: Int?
        /// The radix point, the largest exponent or the magnitude's exponent of each layer's weights; nil for float32.
        let weightPoints: [Int]?
        /// The mean loss of each step's images, in single precision.
        let losses: [Double]
        /// The most by which runs in double precision, and with sums changed in their last places, come apart from this one.
        let apart: [Double]
    }

    let images: Int
    let batchSize: Int
    let seed: UInt64
    let parentSeed: UInt64
    let momentum: Double
    let weightDecay: Double
    let warmUpSteps: Int
    let curves: [Curve]

    /// The names of the curves.
    static let names = ["float32", "clipped", "fixed8", "fixed4", "pow2:4,8", "binary:8", "pow2", "binary"]

    static func load() throws -> AlexCurves {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let file = Checkout.root.appending(path: "Tests/TrainingTests/Reference/alex_curves.json")
        return try decoder.decode(AlexCurves.self, from: Data(contentsOf: file))
    }

    func job(_ curve: Curve) throws -> TrainingJob {
        let phase = Recipe.Phase(
            epochs: 1, learningRate: curve.learningRate, schedule: .cosine, warmUpSteps: warmUpSteps)
        let recipe = Recipe(
            name: "curve", float: phase, quantized: phase, batchSize: batchSize, momentum: momentum, weightDecay: weightDecay,
            gradientClipNorm: curve.gradientClipNorm, standardisation: .mean, shiftPixels: 0, mirror: false,
            scaleRule: .largestMagnitude)
        let precision = curve.dataFractionBits == nil ? .float32 : try Precision(parsing: curve.name)
        return TrainingJob(
            network: try PaperNetworks.network("alex"), precision: precision, radix: .global, recipe: recipe, seed: seed)
    }

    /// The weights from which the low-precision curves start.
    func parent(_ network: Network) throws -> TrainedWeights {
        let layout = try ParameterLayout(network)
        return TrainedWeights(layout.initialParameters(seed: parentSeed), layout: layout)
    }

    /// Stripes whose direction is the class, under noise: image, channel, row, column.
    func trainingImages() throws -> ImageSet {
        var pixels = [UInt8](repeating: 0, count: images * 3_072)
        for place in pixels.indices {
            let (column, row, channel, image) = (place % 32, place / 32 % 32, place / 1_024 % 3, place / 3_072)
            let label = image % 10
            let stripes = (row * (label + 1) * 5 + column * (10 - label) * 5 + channel * 40) % 192
            var random = RandomSource(seed: UInt64(place))
            pixels[place] = UInt8(stripes) + UInt8(random.next() >> 58)
        }
        return try ImageSet(
            shape: Shape(height: 32, width: 32, channels: 3), classCount: 10, pixels: pixels,
            labels: (0..<images).map { UInt8($0 % 10) })
    }
}
