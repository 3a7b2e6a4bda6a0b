import DesignSpace
import ExperimentStore
import Foundation
import Networks
import Training

/// Where finished experiments are: a store, or a file of results that has packed weights beside it.
enum ResultSource {
    case store(ExperimentStore)
    case file(path: String, records: [String: ExperimentRecord])

    /// Opens a store for reading.
    ///
    /// - Throws: `TrainerFailure` if there is none.
    init(storePath: String) throws(TrainerFailure) {
        self = .store(try TrainerFailure.catching { try ExperimentStore.open(at: storePath, for: .reading) })
    }

    /// Reads a file of results.
    ///
    /// - Throws: `TrainerFailure` with the line that is wrong.
    init(filePath: String) throws(TrainerFailure) {
        let file = try TrainerFailure.catching(.input) { try RecordFile(reading: filePath) }
        let records = Dictionary(file.entries.map { ($0.record.key, $0.record) }) { first, _ in first }
        self = .file(path: filePath, records: records)
    }

    /// The result of a key.
    ///
    /// - Throws: `TrainerFailure` if there is none.
    func result(_ key: String) throws(TrainerFailure) -> ExperimentRecord {
        let (record, place) =
            switch self {
            case .store(let store): (try TrainerFailure.catching { try store.record(key) }, "the store")
            case .file(let path, let records): (records[key], path)
            }
        guard let record, record.status.isFinal else {
            throw TrainerFailure(.usage, "\(place) has no result of this key: see 'bitfront results list'")
        }
        return record
    }

    /// The weights of a result: in full precision from a store, rounded by the record's own radix points from a file.
    ///
    /// - Throws: `TrainerFailure` if there are none; `TrainingError` if they cannot be read.
    func weights(of record: ExperimentRecord, network: Network) throws -> TrainedWeights {
        switch self {
        case .store(let store):
            guard let bytes = try store.weights(of: record.key) else {
                throw TrainerFailure(.failed, "its weights are not in the store: it was imported, or they were removed")
            }
            return try TrainedWeights(decoding: bytes)
        case .file(let path, _):
            let packed = try Self.packedWeights(of: record.key, beside: path)
            guard try packed.quantization == record.quantizationPlan() else {
                throw TrainerFailure(.input, "its packed weights have other radix points than its record")
            }
            return try packed.rounded(for: network)
        }
    }

    private static func packedWeights(of key: String, beside path: String) throws -> PackedWeights {
        let file = RecordFile.weightsPath(of: key, in: RecordFile.packedFolder(of: path))
        guard let data = try? OrdinaryFile.contents(of: file) else {
            throw TrainerFailure(.failed, "there are no packed weights of it: \(file) cannot be read")
        }
        return try PackedWeights(decoding: [UInt8](data))
    }
}
