import DesignSpace
import Digest
import Foundation
import GRDB

/// What an import did with records.
public struct RecordImport: Hashable, Sendable {
    /// Results that the store did not have.
    public var added = 0
    /// Results that the store had already, with the same content.
    public var known = 0
    /// Sets of weights that were added.
    public var weights = 0
}

extension ExperimentStore {
    /// Brings the records of a file into the store, all of them or none.
    ///
    /// A record that is there with the same content stays; an attempt that was interrupted or failed gives way to the result.
    ///
    /// - Parameters:
    ///   - weightsFolder: the folder with the weights of the records; nil, or one without a record's, brings that in without.
    ///   - progress: told the number of records from time to time.
    /// - Throws: `ExperimentStoreError.conflict` for a record that differs from the store's, `.inUse` for one that a process is at,
    ///   `.line` for weights that are not the record's.
    public func merge(
        _ file: RecordFile, weightsFolder: String? = nil, progress: (Int) -> Void = { _ in }
    ) throws(ExperimentStoreError) -> RecordImport {
        try write { database in
            var done = RecordImport()
            for (index, entry) in file.entries.enumerated() {
                let weights = try weightsFolder.flatMap { try Self.weights(of: entry, of: file, in: $0) }
                try merge(entry, of: file, weights: weights, in: database, &done)
                if (index + 1) % 1000 == 0 { progress(index + 1) }
            }
            return done
        }
    }

    private func merge(
        _ entry: RecordFile.Entry, of file: RecordFile, weights: [UInt8]?, in database: Database, _ done: inout RecordImport
    ) throws {
        let record = entry.record
        if let holder = try Self.holder(of: record.key, in: database, at: Self.unixSeconds) {
            throw ExperimentStoreError.inUse(key: record.key, reason: "process \(holder.processIdentifier) is at it")
        }
        let known = try RecordReader(path: path).record(record.key, withHistory: true, in: database)
        guard let known, known.status.isFinal else {
            try Self.replace(with: record, weights: weights, in: database)
            done.added += 1
            done.weights += weights == nil ? 0 : 1
            return
        }
        let differences = RecordDifferences.between(record, known)
        guard differences.isEmpty else {
            throw ExperimentStoreError.conflict(
                file: file.name, line: entry.line, key: record.key, other: "the store \(path)", differences: differences)
        }
        done.known += 1
        guard let weights, try !Self.hasWeights(of: record.key, in: database) else { return }
        try Self.replace(with: known, weights: weights, in: database)
        done.weights += 1
    }

    private static func weights(of entry: RecordFile.Entry, of file: RecordFile, in folder: String) throws -> [UInt8]? {
        let path = RecordFile.weightsPath(of: entry.record.key, in: folder)
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
        try check(size: (attributes[.size] as? Int) ?? .max, of: path)
        let data = try OrdinaryFile.contents(of: path)
        let found = SHA256.digest(of: data).hexadecimal
        guard found == entry.record.weightsSHA256 else {
            throw ExperimentStoreError.line(
                file: file.name, line: entry.line,
                problem: "the weights in \(path) are not the record's: their SHA-256 is \(found.prefix(12)), "
                    + "expected is \(entry.record.weightsSHA256?.prefix(12) ?? "none")")
        }
        return [UInt8](data)
    }
}
