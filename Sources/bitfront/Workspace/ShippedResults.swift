import DesignSpace
import ExperimentStore
import Foundation
import PresetLibrary

/// The results in the folders of presets, and what cannot be read of them, in words.
struct ShippedResults {
    /// A file of results.
    struct File {
        let path: String
        let records: [ExperimentRecord]

        /// Reads a file, as a whole or not at all.
        ///
        /// - Throws: `ExperimentStoreError` with the line that is wrong.
        init(reading path: String, withHistory: Bool) throws(ExperimentStoreError) {
            self.path = path
            records = try RecordFile(reading: path, withHistory ? .whole : .summary).entries.map(\.record)
        }
    }

    /// The files that can be read.
    let files: [File]
    let problems: [String]

    /// The records of all files; of two results of one experiment the first.
    var records: [ExperimentRecord] {
        var keys: Set<String> = []
        return files.flatMap(\.records).filter { keys.insert($0.key).inserted }
    }

    init(_ readings: [Result<File, ExperimentStoreError>]) {
        files = readings.compactMap { try? $0.get() }
        problems = readings.compactMap {
            if case .failure(let error) = $0 { "shipped results ignored: \(error.description)" } else { nil }
        }
    }
}

extension ResultPlace {
    /// The files `results/*.jsonl` of the folders of presets, the program's and the user's; a folder that cannot be read stands for its files.
    var shippedPaths: [String] {
        roots.flatMap { root in
            let folder = "\(root.directory)/results"
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
                // What is wrong with it the attempt to read it as a file will say.
                return FileManager.default.fileExists(atPath: folder) ? [folder] : []
            }
            return names.filter { $0.hasSuffix(".jsonl") }.sorted().map { "\(folder)/\($0)" }
        }
    }

    /// What is in those files.
    func shippedResults(withHistory: Bool = true) -> ShippedResults {
        ShippedResults(
            shippedPaths.map { path in
                Result { () throws(ExperimentStoreError) in try ShippedResults.File(reading: path, withHistory: withHistory) }
            })
    }
}
