import DesignSpace
import Networks
import Precision
import Recipes

/// Estimates how long experiments take, from how long others took.
///
/// A run takes epochs * training images / (images/s). The speed is the median of what was measured with the same network on this
/// processor, of low-precision runs for a low precision if there are any; else it follows from the multiply-accumulate operations (MAC)
/// of a forward pass that were done a second, here or elsewhere; else from `roughRate`. A speed measured with another number of threads
/// counts in proportion. Loading data, and evaluating test images at the end, are not counted.
public struct TimeEstimator: Sendable {
    /// MAC a second of forward passes while training, where nothing was measured: about what two cores of a server of 2020 do.
    public static let roughRate = 1.5e10

    /// The training images of a data set of which nothing is known: as many as CIFAR-10 has.
    public static let roughImageCount = 50_000

    private let speeds: [Speed]
    private let macs: [String: Int]
    private let trainingImages: [String: Int]
    private let processor: String
    private let threads: Int

    /// The speed of a run.
    private struct Speed {
        let spec: ExperimentSpec
        let imagesPerSecond: Double
        let processor: String
        let macs: Int?
    }

    /// Makes an estimator.
    ///
    /// - Parameters:
    ///   - records: runs whose speed is known; others are left out.
    ///   - networks: the networks there are.
    ///   - trainingImages: the number of training images by data set, as far as it is known; else it is taken from the records.
    ///   - processor: the processor that the experiments will run on, as records name it.
    ///   - threads: the threads that each will run on.
    public init(
        records: [ExperimentRecord], networks: [Network], trainingImages: [String: Int] = [:], processor: String, threads: Int
    ) {
        let macs = Dictionary(networks.map { ($0.fingerprint, $0.macs) }) { first, _ in first }
        self.macs = macs
        self.processor = processor
        self.threads = threads
        speeds = records.compactMap { record in
            guard let speed = record.imagesPerSecond, speed.isFinite, speed > 0, (1...4096).contains(record.threads) else {
                return nil
            }
            return Speed(
                spec: record.spec, imagesPerSecond: speed * Double(threads) / Double(record.threads), processor: record.cpu,
                macs: macs[record.spec.networkFingerprint])
        }
        let counted = records.compactMap { record -> (String, Int)? in
            guard let speed = record.imagesPerSecond, let seconds = record.seconds, record.epochs > 0 else { return nil }
            let images = speed * seconds / Double(record.epochs)
            return images >= 1 && images < 1e9 ? (record.spec.dataset, Int(images.rounded())) : nil
        }
        self.trainingImages = trainingImages.merging(counted) { known, _ in known }
    }

    /// The time for an experiment.
    ///
    /// - Parameter finishedEpochs: epochs that are done already.
    public func estimate(_ spec: ExperimentSpec, finishedEpochs: Int = 0) -> TimeEstimate {
        let epochs = max(0, spec.phase.epochs - finishedEpochs)
        let images = Double(epochs) * Double(imageCount(of: spec.dataset))
        let (speed, basis) = speed(of: spec)
        return TimeEstimate(seconds: images / speed, basis: basis)
    }

    /// The training images of a data set; one made by the program with other settings, as `digits:0.8`, has as many as it has without.
    private func imageCount(of dataset: String) -> Int {
        trainingImages[dataset] ?? trainingImages[String(dataset.prefix { $0 != ":" })] ?? Self.roughImageCount
    }

    /// Images a second.
    private func speed(of spec: ExperimentSpec) -> (Double, TimeEstimate.Basis) {
        let here = speeds.filter { $0.processor == processor }
        let same = here.filter { $0.spec.networkFingerprint == spec.networkFingerprint }
        let alike = same.filter { ($0.spec.precision == .float32) == (spec.precision == .float32) }
        if let speed = Self.median((alike.isEmpty ? same : alike).map(\.imagesPerSecond)) { return (speed, .sameNetwork) }
        let macs = Double(max(1, macs[spec.networkFingerprint] ?? Self.roughMACs))
        if let rate = Self.rate(of: here) { return (rate / macs, .otherNetworks) }
        if let rate = Self.rate(of: speeds) { return (rate / macs, .otherProcessors) }
        return (Self.roughRate / macs, .roughRate)
    }

    /// The MAC of a network that is not known: as many as ALEX has, about.
    private static let roughMACs = 12_300_000

    private static func rate(of speeds: [Speed]) -> Double? {
        median(speeds.compactMap { speed in speed.macs.map { speed.imagesPerSecond * Double($0) } })
    }

    private static func median(_ values: [Double]) -> Double? {
        let sorted = values.sorted()
        return sorted.isEmpty ? nil : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
