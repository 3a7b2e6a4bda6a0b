import Datasets
import DesignSpace
import Digest
import Foundation
import Networks
import PresetLibrary
import Training

/// Runs the weights of finished experiments over their test images again: in integers, or in single precision for float32.
struct Evaluator {
    /// The images between two signs of life.
    private static let imagesOfPart = 200

    private let source: ResultSource
    private let catalogue: Catalogue
    private let library: DatasetLibrary
    private let threads: Int
    private let events: EventStream

    // Experiments of one data set mostly come in a row.
    private var dataset: ImageDataset?

    /// Takes a source of results.
    init(_ source: ResultSource, datasetFolder: String, presetFolders: [String], threads: Int, events: EventStream) {
        self.source = source
        catalogue = PresetLibrary.load(roots: PresetLocator.ofThisProcess().roots(additional: presetFolders)).catalogue
        library = DatasetLibrary(directory: URL(filePath: datasetFolder, directoryHint: .isDirectory))
        self.threads = threads
        self.events = events
    }

    /// Evaluates experiments one after the other, and says what came out of each.
    ///
    /// - Returns: whether every one of them could be evaluated; those that follow a request to stop are not.
    mutating func run(_ keys: [String]) async -> Bool {
        var isComplete = true
        for key in keys where !StopRequest.isMade {
            do {
                guard let result = try await evaluate(key) else { return false }
                events.say(.evaluation(.finished(result)))
            } catch {
                events.say(.evaluation(.skipped(key: key, message: TrainerFailure(error).message)))
                isComplete = false
            }
        }
        return isComplete
    }

    /// Evaluates one experiment; nil if it was asked to stop.
    private mutating func evaluate(_ key: String) async throws -> EvaluationResult? {
        let record = try source.result(key)
        let network = try catalogue.network(of: record)
        let weights = try source.weights(of: record, network: network)
        let dataset = try dataset(of: record)
        let training = try ImageSet(dataset.train, of: dataset)
        let test = try ImageSet(dataset.test, of: dataset).reported(seed: record.spec.seed)
        events.say(.evaluation(.started(key: key, images: test.count)))
        let subject = try Subject(record, network: network, weights: weights, training: training, threads: threads)
        return try await evaluate(subject, on: test)
    }

    private func evaluate(_ subject: Subject, on test: ImageSet) async throws -> EvaluationResult? {
        let start = ContinuousClock.now
        var total = Subject.Score()
        for first in stride(from: 0, to: test.count, by: Self.imagesOfPart) {
            if StopRequest.isMade { return nil }
            total.add(try await subject.score(on: test.part(first..<(first + Self.imagesOfPart))))
            events.say(.evaluation(.progress(key: subject.key, done: total.images, images: test.count)))
        }
        let time = ContinuousClock.now - start
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
        return subject.result(total, imagesPerSecond: seconds > 0 ? Double(total.images) / seconds : 0)
    }

    private mutating func dataset(of record: ExperimentRecord) throws -> ImageDataset {
        if let dataset, dataset.name == record.spec.dataset { return dataset }
        let loaded = try library.load(record.spec.dataset)
        if let expected = record.datasetSHA256, expected != loaded.sha256.hexadecimal {
            throw TrainerFailure(
                .input,
                "data set '\(loaded.name)' holds other images than those it was trained with: its SHA-256 is "
                    + "\(loaded.sha256.hexadecimal), the record's \(expected)")
        }
        dataset = loaded
        return loaded
    }
}
