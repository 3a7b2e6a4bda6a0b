import DesignSpace
import Foundation
import Precision
import Recipes
import TestSupport

@testable import ExperimentStore

/// Experiments and stores for tests.
enum Fixtures {
    /// A recipe that nothing is trained by.
    static let recipe = Recipe(
        name: "test", float: .init(epochs: 3, learningRate: 0.01, schedule: .step, warmUpSteps: 0),
        quantized: .init(epochs: 2, learningRate: 0.002, schedule: .cosine, warmUpSteps: 5), batchSize: 100, momentum: 0.9,
        weightDecay: 0.0005, gradientClipNorm: nil, standardisation: .mean, shiftPixels: 0, mirror: false,
        scaleRule: .largestMagnitude)

    /// An experiment; a seed tells it from others.
    static func spec(seed: UInt64 = 1, precision: Precision = .fixed8) -> ExperimentSpec {
        ExperimentSpec(
            network: "lenet", networkFingerprint: "f00d", dataset: "digits", precision: precision, radix: .layer, recipe: recipe,
            seed: seed)
    }

    /// An experiment that is about to run.
    static func record(seed: UInt64 = 1) -> ExperimentRecord {
        ExperimentRecord(
            spec: spec(seed: seed), status: .running, engineVersion: "0.1.0", cpu: "a processor", threads: 2,
            createdAt: "2026-01-02T03:04:05Z")
    }

    /// The same experiment with everything known.
    static func result(seed: UInt64 = 1, status: ExperimentStatus = .done) -> ExperimentRecord {
        var record = record(seed: seed)
        record.status = status
        record.reason = status == .done ? nil : "class 1 is predicted for every test image"
        record.history = (1...3).map(epoch)
        record.testAccuracyPercent = 98.5
        record.validationAccuracyPercent = 98.25
        record.testImages = 9000
        record.seconds = 31.5
        record.imagesPerSecond = 5714.25
        record.datasetSHA256 = String(repeating: "ab", count: 32)
        record.quantizationJSON = #"{"input":{"bits":8,"fraction_bits":6},"layers":[]}"#
        return record
    }

    /// A result in which nothing contradicts anything, as one that comes out of a store.
    static func completeResult(seed: UInt64 = 1) -> ExperimentRecord {
        var record = result(seed: seed)
        record.history = (1...2).map(epoch)
        record.epochs = 2
        record.weightsSHA256 = String(repeating: "0f", count: 32)
        return record
    }

    /// A finished epoch.
    static func epoch(_ number: Int) -> EpochRecord {
        EpochRecord(
            epoch: number, trainingLoss: 1 / Double(number), validationAccuracyPercent: 90 + Double(number), learningRate: 0.01,
            seconds: 10.5)
    }

    /// A process of this machine that has ended.
    static let deadProcess = ProcessIdentity(
        place: ProcessIdentity.current.place, processIdentifier: ProcessIdentity.current.processIdentifier,
        startedTicks: ProcessIdentity.current.startedTicks - 1)

    /// The process with number 1, which runs as long as the machine does.
    static let runningProcess = ProcessIdentity(runningAs: 1)

    /// A process of a container on this machine, which cannot be seen.
    static let hiddenProcess = ProcessIdentity(
        place: ProcessIdentity.current.place.replacingOccurrences(of: "pid:[", with: "pid:[9"), processIdentifier: 77,
        startedTicks: 5)
}

extension ExperimentStore {
    /// Claims an experiment that nobody is at.
    func newClaim(_ record: ExperimentRecord, replacing: Bool = false) throws -> Claim {
        guard case .claimed(let claim) = try claim(record, replacing: replacing) else { throw NotClaimed() }
        return claim
    }

    /// Runs an experiment to its end.
    @discardableResult
    func complete(_ record: ExperimentRecord, weights: [UInt8] = [1, 2, 3]) throws -> ExperimentRecord {
        try finish(record, weights: weights, under: try newClaim(record))
    }

    struct NotClaimed: Error {}
}

/// Runs something with the path of a store that does not exist yet, in a folder of its own.
func withStorePath(_ body: (String) throws -> Void) throws {
    try withTemporaryDirectory { folder in try body(folder.appending(path: "store.sqlite").path) }
}

/// Runs something with a store that is empty.
func withStore(_ body: (ExperimentStore) throws -> Void) throws {
    try withStorePath { path in try body(try ExperimentStore.open(at: path, for: .writing)) }
}
