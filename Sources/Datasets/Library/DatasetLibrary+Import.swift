import Digest
import FoundationEssentials

extension DatasetLibrary {
    /// Copies a data set's files into the library, once they are known to read well.
    ///
    /// Either everything is imported or nothing is changed; what was there under the name is replaced.
    ///
    /// - Parameters:
    ///   - name: a published data set's name, as `mnist`, or a name of one's own.
    ///   - source: the folder with the files.
    /// - Returns: what was imported; see its `authenticity` for whether the files are the published ones.
    /// - Throws: `DatasetError` with file and byte.
    public func `import`(_ name: String, from source: URL) throws(DatasetError) -> ImportRecord {
        guard ProceduralDataset(rawValue: name) == nil else { throw .builtIn(name) }
        guard Self.isValid(name: name) else { throw .invalidName(name) }
        guard FileManager.default.fileExists(atPath: source.path) else {
            throw .system(operation: "open", path: source.path, reason: "there is no such folder")
        }
        let known = KnownDataset.all.first { $0.name == name }
        let folder = known?.filesFolder(in: source) ?? source
        let format = if let known { known.format } else { try DatasetFormat.detect(in: folder) }
        let reader = known?.reader ?? format.reader
        // The originals are read first, so that an error names the user's file and not a copy.
        let dataset = try reader.read(name: name, classCount: known?.classCount, in: folder)
        let files = try reader.files(in: folder)
        let record = ImportRecord(
            name: name, format: format, files: files, source: folder.standardizedFileURL.path, importedAt: Date(),
            imageShape: dataset.imageShape, classCount: dataset.classCount, trainCount: dataset.train.count,
            testCount: dataset.test.count, sha256: dataset.sha256,
            authenticity: try Self.authenticity(of: files, in: folder, against: known?.publishedDigests))
        try install(record, from: folder, reader: reader)
        return record
    }

    /// Copies files and note into a folder aside, reads them again, and puts the folder into its place.
    private func install(_ record: ImportRecord, from folder: URL, reader: any FolderReader) throws(DatasetError) {
        let place = directory.appending(path: record.name)
        let staging = directory.appending(path: ".importing-\(UUID().uuidString)")
        try Folder.create(staging)
        // Gone already if the import succeeds.
        defer { try? FileManager.default.removeItem(at: staging) }
        for file in record.files {
            try Folder.copyFile(folder.appending(path: file), to: staging.appending(path: file))
        }
        let copy = try reader.read(name: record.name, classCount: record.classCount, in: staging)
        guard copy.sha256 == record.sha256 else {
            throw .changed(
                name: record.name, directory: folder.path, found: copy.sha256.hexadecimal, expected: record.sha256.hexadecimal)
        }
        try record.write(in: staging)
        try Folder.put(staging, at: place)
    }

    private static func authenticity(
        of files: [String], in folder: URL, against published: [String]?
    ) throws(DatasetError) -> Authenticity {
        guard let published else { return .notPublished }
        var unofficial: [String] = []
        for (index, file) in files.enumerated() {
            let digest = try digest(ofContent: folder.appending(path: file))
            guard index < published.count, published[index] == digest.hexadecimal else {
                unofficial.append(file)
                continue
            }
        }
        return unofficial.isEmpty && files.count == published.count ? .official : .unofficial(files: unofficial)
    }

    /// The digest of a file's content once decompressed, so that compressing it anew makes no difference.
    private static func digest(ofContent file: URL) throws(DatasetError) -> SHA256Digest {
        var stream = try ByteStream(path: file.path)
        var computation = SHA256()
        while true {
            let piece = try stream.nextPiece()
            guard !piece.isEmpty else { return computation.finalize() }
            computation.update(piece)
        }
    }
}
