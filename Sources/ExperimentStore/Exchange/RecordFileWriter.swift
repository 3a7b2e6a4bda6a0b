import DesignSpace
import Foundation

/// Writes a file of results, which takes the place of an older one as a whole when it is complete, or not at all.
public struct RecordFileWriter {
    private let path: String
    private let weightsFolder: String?
    private let partial: String
    private let handle: FileHandle

    /// Begins a file.
    ///
    /// - Parameter withWeights: whether weights are to lie beside it.
    /// - Throws: `ExperimentStoreError.file` if it cannot be made.
    public init(_ path: String, withWeights: Bool) throws(ExperimentStoreError) {
        self.path = path
        partial = path + ".partial"
        weightsFolder = withWeights ? RecordFile.weightsFolder(of: path) : nil
        do {
            try Data().write(to: URL(fileURLWithPath: partial))
            handle = try FileHandle(forWritingTo: URL(fileURLWithPath: partial))
            if let weightsFolder {
                try FileManager.default.createDirectory(atPath: weightsFolder, withIntermediateDirectories: true)
            }
        } catch {
            throw .file(path: path, reason: SystemWords.of(error))
        }
    }

    /// Adds a record, and its weights if they are to lie beside it.
    ///
    /// - Throws: `ExperimentStoreError.file` if the disk is full, for one.
    public mutating func write(_ record: ExperimentRecord, weights: [UInt8]?) throws(ExperimentStoreError) {
        try writing {
            try handle.write(contentsOf: Data((try record.line() + "\n").utf8))
            guard let weightsFolder, let weights else { return }
            let file = URL(fileURLWithPath: RecordFile.weightsPath(of: record.key, in: weightsFolder))
            try Data(weights).write(to: file, options: .atomic)
        }
    }

    /// Brings the file to the disk and to its place.
    ///
    /// - Throws: `ExperimentStoreError.file` if that fails; an older file is as it was then.
    public mutating func finish() throws(ExperimentStoreError) {
        try writing {
            try handle.synchronize()
            try handle.close()
            guard rename(partial, path) == 0 else {
                throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
            }
        }
    }

    private func writing(_ body: () throws -> Void) throws(ExperimentStoreError) {
        do {
            try body()
        } catch {
            // What is there of it serves nobody.
            try? FileManager.default.removeItem(atPath: partial)
            throw .file(path: path, reason: SystemWords.of(error))
        }
    }
}
