import DesignSpace
import Precision
import Recipes

/// Results to fill stores with, of the size that runs have.
enum StoreRecords {
    private static let recipe = Recipe(
        name: "paper", float: .init(epochs: 24, learningRate: 0.01, schedule: .step, warmUpSteps: 0),
        quantized: .init(epochs: 12, learningRate: 0.002, schedule: .cosine, warmUpSteps: 5), batchSize: 100, momentum: 0.9,
        weightDecay: 0.0005, gradientClipNorm: nil, standardisation: .mean, shiftPixels: 0, mirror: false,
        scaleRule: .largestMagnitude)

    /// The weights of every result: few bytes, as the rate of commits is asked for and not that of the disk.
    static let weights = [UInt8](repeating: 1, count: 1000)

    private static let layers = (1...6).map { layer in
        #"{"layer":"conv\#(layer)","output":{"bits":8,"fraction_bits":4},"weights":{"fixed":{"format":{"bits":8,"fraction_bits":7}}}}"#
    }

    /// A result; a seed tells it from others.
    static func result(seed: UInt64) -> ExperimentRecord {
        let precisions = Precision.ofThePaper
        let spec = ExperimentSpec(
            network: "alex", networkFingerprint: String(repeating: "a1", count: 32), dataset: "cifar10",
            precision: precisions[Int(seed % UInt64(precisions.count))], radix: .layer, recipe: recipe, seed: seed)
        var record = ExperimentRecord(
            spec: spec, status: .done, engineVersion: BitfrontVersion.current, cpu: "a processor of some name", threads: 2,
            createdAt: "2026-01-02T03:04:05Z")
        record.testAccuracyPercent = 80 + Double(seed % 100) / 100
        record.validationAccuracyPercent = 81
        record.testImages = 9000
        record.seconds = 100.5
        record.imagesPerSecond = 1900.25
        record.datasetSHA256 = String(repeating: "b2", count: 32)
        record.weightsSHA256 = String(repeating: "c3", count: 32)
        record.quantizationJSON = #"{"input":{"bits":8,"fraction_bits":6},"layers":["# + layers.joined(separator: ",") + "]}"
        record.history = (1...12).map { epoch in
            EpochRecord(
                epoch: epoch, trainingLoss: 1 / Double(epoch), validationAccuracyPercent: 70 + Double(epoch) / 1.5,
                learningRate: 0.01, seconds: 8.375)
        }
        record.epochs = record.history.count
        return record
    }
}
