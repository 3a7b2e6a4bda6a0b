import DesignSpace
import Foundation

/// A file of results: one record a line, as JSON with its history. Shipped results are files of the same kind.
///
/// Weights, which are larger than all else, may stand beside it: `FILE.weights/KEY.bin`, whose SHA-256 the record has.
public struct RecordFile: Hashable, Sendable {
    /// A record and the line that it stands in.
    public struct Entry: Hashable, Sendable {
        /// The record.
        public let record: ExperimentRecord
        /// The line, from 1.
        public let line: Int
    }

    /// The file's name, for errors.
    public let name: String

    /// The records, in the order of the file; no key twice.
    public let entries: [Entry]

    /// The folder with the weights of a file's records, beside it.
    public static func weightsFolder(of path: String) -> String { path + ".weights" }

    /// The folder with the packed weights of a file's records, beside it.
    public static func packedFolder(of path: String) -> String { path + ".packed" }

    /// The path of the weights of one record in such a folder.
    public static func weightsPath(of key: String, in folder: String) -> String { "\(folder)/\(key).bin" }

    /// Reads a file of the disk to its end.
    ///
    /// - Parameters:
    ///   - path: the file; `-` is standard input.
    ///   - extent: how much of each record is read.
    ///   - progress: told the number of records from time to time.
    /// - Throws: `ExperimentStoreError.line` with the line and what stands where in it, `.conflict` for two records of one key,
    ///   `.file` if reading fails.
    public init(
        reading path: String, _ extent: ExperimentRecord.Extent = .whole, progress: (Int) -> Void = { _ in }
    ) throws(ExperimentStoreError) {
        try self.init(LineReader(path, isOrdinary: true), extent, progress: progress)
    }

    init(
        _ reader: LineReader, first: LineReader.Line? = nil, _ extent: ExperimentRecord.Extent = .whole, progress: (Int) -> Void
    ) throws(ExperimentStoreError) {
        var reader = reader
        var entries: [Entry] = []
        var known: [String: Entry] = [:]
        var recipes = RecipeMemory()
        name = reader.name
        var next = first
        if next == nil { next = try reader.next() }
        while let line = next {
            if let record = try RecordLine(line, of: name).record(extent, &recipes) {
                let entry = Entry(record: record, line: line.number)
                if let earlier = known[record.key] {
                    try Self.check(entry, isThatOf: earlier, in: name)
                } else {
                    known[record.key] = entry
                    entries.append(entry)
                    if entries.count % 1000 == 0 { progress(entries.count) }
                }
            }
            next = try reader.next()
        }
        self.entries = entries
    }

    private static func check(_ entry: Entry, isThatOf earlier: Entry, in name: String) throws(ExperimentStoreError) {
        let differences = RecordDifferences.between(entry.record, earlier.record)
        guard differences.isEmpty else {
            throw .conflict(
                file: name, line: entry.line, key: entry.record.key, other: "line \(earlier.line)", differences: differences)
        }
    }
}
