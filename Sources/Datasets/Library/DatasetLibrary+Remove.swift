import FoundationEssentials

extension DatasetLibrary {
    /// The bytes that an imported data set and what has arrived of a download of it take.
    ///
    /// - Throws: `DatasetError.builtIn` for a procedural one, `.absent` or `.unknownName` if there is nothing of it.
    public func byteCount(of name: String) throws(DatasetError) -> Int {
        try folders(of: name).reduce(0) { total, folder in
            let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return total + files.reduce(0) { $0 + Downloader.size(of: folder.appending(path: $1).path) }
        }
    }

    /// Removes an imported data set, also a damaged one, and what has arrived of a download of it.
    ///
    /// - Throws: as `byteCount(of:)`, `DatasetError.busy` while it is being downloaded, or `.system` if the folder cannot be removed.
    public func remove(_ name: String) throws(DatasetError) {
        for folder in try folders(of: name) {
            let lock = folder == fetchFolder(of: name) ? try FetchLock(on: folder, name: name) : nil
            defer { _ = lock }
            do {
                try FileManager.default.removeItem(at: folder)
            } catch {
                throw .system(operation: "remove", path: folder.path, reason: error.localizedReason)
            }
        }
    }

    /// The folders that there are of a data set.
    private func folders(of name: String) throws(DatasetError) -> [URL] {
        guard try ProceduralName(parsing: name) == nil else { throw .builtIn(name) }
        let known = KnownDataset.all.contains { $0.name == name }
        guard Self.isValid(name: name) else { throw .unknownName(name, known: list().map(\.name)) }
        let folders = [directory.appending(path: name), fetchFolder(of: name)].filter {
            FileManager.default.fileExists(atPath: $0.path)
        }
        guard folders.isEmpty else { return folders }
        throw known ? .absent(name: name, directory: directory.path) : .unknownName(name, known: list().map(\.name))
    }
}
