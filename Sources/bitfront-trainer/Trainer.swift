import Datasets
import DesignSpace
import Digest
import ExperimentStore
import Foundation
import Networks
import Precision
import PresetLibrary
import Training

/// Runs one experiment from its claim in the store to its result there.
struct Trainer {
    /// How a run ended.
    enum Ending {
        /// The result is in the store.
        case complete
        /// It stopped at a checkpoint.
        case interrupted
    }

    let spec: ExperimentSpec
    let store: ExperimentStore
    let datasetFolder: String
    private let network: Network
    private let threads: Int
    let events: EventStream

    /// Opens the store and finds the network.
    ///
    /// - Throws: `TrainerFailure` if the store cannot be written, or the network is not the one that the spec means.
    init(
        spec: ExperimentSpec, storePath: String, datasetFolder: String, presetFolders: [String], threads: Int, events: EventStream
    ) throws(TrainerFailure) {
        self.spec = spec
        self.datasetFolder = datasetFolder
        self.threads = threads
        self.events = events
        store = try TrainerFailure.catching { try ExperimentStore.open(at: storePath, for: .writing) }
        let folders = PresetLocator.ofThisProcess().roots(additional: presetFolders)
        let catalogue = PresetLibrary.load(roots: folders).catalogue
        network = try TrainerFailure.catching { try catalogue.network(spec.network) }
        guard network.fingerprint == spec.networkFingerprint else {
            throw TrainerFailure(
                .input, "network '\(spec.network)' is not the one that was asked for: its preset has changed; ask again")
        }
    }

    /// Trains, unless the result is in the store or another process brings it there first.
    func run(replacing: Bool) async throws(TrainerFailure) -> Ending {
        let known = try TrainerFailure.catching { try store.record(spec.key) }
        if let known, known.status.isFinal, !replacing {
            try Self.checkImages(of: known, importedSHA256)
            say(finished: known)
            return .complete
        }
        // Before the claim: images that are missing are no reason to keep a record of the attempt.
        let dataset = try TrainerFailure.catching {
            try DatasetLibrary(directory: URL(filePath: datasetFolder, directoryHint: .isDirectory)).load(spec.dataset)
        }
        guard let claim = try await claim(replacing: replacing) else { return StopRequest.isMade ? .interrupted : .complete }
        do {
            return try await train(on: dataset, under: claim)
        } catch {
            let failure = TrainerFailure(error)
            // The first failure is the one to report; a store that cannot be written may well be the reason for it.
            try? store.fail(claim, reason: failure.message)
            throw failure
        }
    }

    /// Takes the experiment, waiting for another process that is at it; nil if there is nothing left to do.
    private func claim(replacing: Bool) async throws(TrainerFailure) -> Claim? {
        let record = ExperimentRecord(
            spec: spec, status: .running, engineVersion: BitfrontVersion.current, cpu: Processor.name, threads: threads,
            createdAt: Machine.now)
        var announced: Int?
        while !StopRequest.isMade {
            let outcome = try TrainerFailure.catching { try store.claim(record, replacing: replacing) }
            switch outcome {
            case .claimed(let claim): return claim
            case .complete(let record):
                say(finished: record)
                return nil
            case .taken(let process):
                if announced != process { events.say(.waiting(processIdentifier: process)) }
                announced = process
                // Cancelled is stopped, which the loop sees.
                try? await Task.sleep(for: .milliseconds(500))
            }
        }
        return nil
    }

    private func train(on dataset: ImageDataset, under claim: Claim) async throws -> Ending {
        var session = try await session(on: dataset, under: claim)
        events.say(
            .started(
                key: claim.key, epochs: session.epochs, finishedEpochs: session.history.count,
                trainingImages: session.trainingImages))
        var lastSignOfLife = ContinuousClock.now
        while true {
            switch try await session.next() {
            case .progress(let progress): events.say(.progress(TrainingProgress(progress)))
            case .epoch(let epoch):
                try store.append(EpochRecord(epoch), under: claim)
                events.say(.epoch(EpochRecord(epoch)))
            case .checkpoint(let bytes): try save(bytes, of: session, under: claim)
            case .finished(let outcome):
                var record = try record(of: outcome, on: dataset, session)
                record.arithmetic = try await arithmetic(of: outcome, session, under: claim)
                guard !StopRequest.isMade else { break }
                say(finished: try store.finish(record, weights: outcome.weights.encoded(), under: claim))
                return .complete
            }
            if StopRequest.isMade {
                try save(session.checkpoint(), of: session, under: claim)
                try store.interrupt(claim)
                return .interrupted
            }
            if ContinuousClock.now - lastSignOfLife > .seconds(20) {
                try store.renew(claim)
                lastSignOfLife = .now
            }
        }
    }
}

extension Trainer {
    /// A session that goes on from the checkpoint in the store if there is one that fits, else from the beginning.
    private func session(on dataset: ImageDataset, under claim: Claim) async throws -> TrainingSession {
        let job = TrainingJob(network: network, precision: spec.precision, radix: spec.radix, recipe: spec.recipe, seed: spec.seed)
        let training = try ImageSet(dataset.train, of: dataset)
        let test = try ImageSet(dataset.test, of: dataset)
        if let checkpoint = try intactCheckpoint(under: claim) {
            do {
                return try await TrainingSession(job, training: training, test: test, checkpoint: checkpoint, threads: threads)
            } catch TrainingError.unreadable, TrainingError.checkpointOfAnotherJob, TrainingError.quantizationDoesNotFit {
                // Another version wrote it, or the data set was imported anew: what it stands for can be trained again.
                try store.discardProgress(under: claim)
            }
        }
        return try await TrainingSession(
            job, training: training, test: test, parent: try parentWeights(on: dataset), threads: threads)
    }

    /// The checkpoint in the store; nil if there is none, or if it is not what was kept, so that the run begins anew.
    private func intactCheckpoint(under claim: Claim) throws -> [UInt8]? {
        do {
            return try store.checkpoint(of: claim.key)
        } catch ExperimentStoreError.checkpointChanged {
            try store.discardProgress(under: claim)
            return nil
        }
    }

    /// The weights of the float32 parent; nil for float32.
    private func parentWeights(on dataset: ImageDataset) throws -> TrainedWeights? {
        guard let parent = spec.parent else { return nil }
        if let record = try store.record(parent.key) { try Self.checkImages(of: record, dataset.sha256.hexadecimal) }
        guard let bytes = try store.weights(of: parent.key) else {
            throw TrainerFailure(
                .failed,
                "\(spec.point.reference.name) starts from the weights of \(parent.point.reference.name), which the store does "
                    + "not have: run that first, or both with 'bitfront run \(spec.point.reference.name)'")
        }
        return try TrainedWeights(decoding: bytes)
    }

    private func save(_ checkpoint: [UInt8], of session: TrainingSession, under claim: Claim) throws {
        try store.saveCheckpoint(checkpoint, under: claim)
        events.say(.checkpoint(epoch: session.history.count, batch: session.finishedBatches))
    }

    private func record(of outcome: TrainingOutcome, on dataset: ImageDataset, _ session: TrainingSession) throws
        -> ExperimentRecord
    {
        var record = ExperimentRecord(
            spec: spec, status: outcome.notConverged == nil ? .done : .notConverged, engineVersion: BitfrontVersion.current,
            cpu: Processor.name, threads: threads, createdAt: Machine.now)
        record.reason = outcome.notConverged?.description
        record.testAccuracyPercent = outcome.testAccuracyPercent
        record.validationAccuracyPercent = outcome.validationAccuracyPercent
        record.testImages = outcome.testImages
        record.history = outcome.history.map(EpochRecord.init)
        let seconds = outcome.history.reduce(0) { $0 + $1.seconds }
        record.seconds = seconds
        record.imagesPerSecond = seconds > 0 ? Double(session.trainingImages * outcome.history.count) / seconds : nil
        record.datasetSHA256 = "\(dataset.sha256)"
        if let plan = outcome.quantization {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            record.quantizationJSON = String(decoding: try encoder.encode(plan), as: UTF8.self)
        }
        return record
    }

    private func say(finished record: ExperimentRecord) {
        events.say(
            .finished(
                key: record.key, status: record.status, testAccuracyPercent: record.testAccuracyPercent,
                testImages: record.testImages))
    }
}
