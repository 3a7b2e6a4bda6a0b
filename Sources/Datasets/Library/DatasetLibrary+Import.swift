import Digest
import FoundationEssentials
import Glibc

extension DatasetLibrary {
    /// Copies a data set's files into the library, once they are known to read well.
    ///
    /// Either everything is imported or nothing is changed; what was there under the name is replaced.
    ///
    /// - Parameters:
    ///   - name: a published data set's name, as `mnist`, or a name of one's own.
    ///   - source: the folder with the files, or a tar archive of them, plain, gzip or xz, or a folder with such an archive.
    ///   - progress: told how many bytes of an archive have been taken out.
    /// - Returns: what was imported; see its `authenticity` for whether the files are the published ones.
    /// - Throws: `DatasetError` with file and byte.
    public func `import`(
        _ name: String, from source: URL, progress: (Int) -> Void = { _ in }
    ) throws(DatasetError) -> ImportRecord {
        try self.import(name, from: source, requiresPublished: false, progress: progress)
    }

    /// Imports, and if asked refuses files that are not the published ones.
    func `import`(
        _ name: String, from source: URL, requiresPublished: Bool, progress: (Int) -> Void = { _ in }
    ) throws(DatasetError) -> ImportRecord {
        guard ProceduralDataset(rawValue: name) == nil else { throw .builtIn(name) }
        guard Self.isValid(name: name) else { throw .invalidName(name) }
        removeLeftovers()
        var isFolder = false
        guard FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder) else {
            throw .system(operation: "open", path: source.path, reason: "there is no such file or folder")
        }
        var archive = source
        if isFolder {
            do {
                return try importFolder(source, as: name, source: source, requiresPublished: requiresPublished)
            } catch {
                // A download as it came: nothing in it but an archive, which is what was meant.
                guard error.isAbsenceOfFiles, let only = Archive.only(in: source) else { throw error }
                archive = only
            }
        }
        let extracted = try makeStaging()
        defer { try? FileManager.default.removeItem(at: extracted) }
        try Archive.extract(archive, to: extracted, progress: progress)
        do {
            return try importFolder(extracted, as: name, source: archive, requiresPublished: requiresPublished)
        } catch {
            throw .inArchive(archive.path, folder: extracted.path, error)
        }
    }

    private func importFolder(
        _ given: URL, as name: String, source: URL, requiresPublished: Bool
    ) throws(DatasetError) -> ImportRecord {
        let known = KnownDataset.all.first { $0.name == name }
        let folder = known?.filesFolder(in: given) ?? given
        let format = if let known { known.format } else { try DatasetFormat.detect(in: folder) }
        let reader = known?.reader ?? format.reader
        // The originals are read first, so that an error names the user's file and not a copy.
        let dataset = try reader.read(name: name, classCount: known?.classCount, in: folder)
        let files = try reader.files(in: folder)
        let record = ImportRecord(
            name: name, format: format, files: files, source: source.standardizedFileURL.path, importedAt: Date(),
            imageShape: dataset.imageShape, classCount: dataset.classCount, trainCount: dataset.train.count,
            testCount: dataset.test.count, sha256: dataset.sha256,
            authenticity: try Self.authenticity(of: files, in: folder, against: known?.publishedDigests))
        if requiresPublished, case .unofficial(let files) = record.authenticity {
            throw .inconsistent(dataset: name, problem: "\(files.joined(separator: ", ")) differ from the published files")
        }
        try install(record, from: folder, reader: reader)
        return record
    }

    /// Copies files and note into a folder aside, reads them again, and puts the folder into its place.
    private func install(_ record: ImportRecord, from folder: URL, reader: any FolderReader) throws(DatasetError) {
        let place = directory.appending(path: record.name)
        let staging = try makeStaging()
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

    /// Makes a folder aside, named after this process so that another one can tell whether it is still at it.
    private func makeStaging() throws(DatasetError) -> URL {
        let staging = directory.appending(path: "\(Self.stagingPrefix)\(getpid())-\(UUID().uuidString)")
        try Folder.create(staging)
        return staging
    }

    private static let stagingPrefix = ".importing-"

    /// Clears up behind imports that were killed; what living processes are at stays.
    func removeLeftovers() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? [] {
            guard name.hasPrefix(Self.stagingPrefix) || name.hasPrefix(Folder.replacedPrefix) else { continue }
            let owner = name.split(separator: "-").dropFirst().first.flatMap { Int32($0) }
            guard let owner, kill(owner, 0) != 0, errno == ESRCH else { continue }
            let leftover = directory.appending(path: name)
            if name.hasPrefix(Folder.replacedPrefix), let record = try? ImportRecord(aside: leftover),
                Self.isValid(name: record.name)
            {
                // Killed between the two renames, the old data set has nothing in its place: it goes back. Else this fails.
                if rename(leftover.path, directory.appending(path: record.name).path) == 0 { continue }
            }
            try? FileManager.default.removeItem(at: leftover)
        }
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
