import Foundation

extension DatasetLibrary {
    /// How far a download has come.
    public struct FetchProgress: Hashable, Sendable {
        /// The file that is being downloaded.
        public let fileName: String
        /// Bytes of it that have arrived, earlier attempts' included.
        public let arrived: Int
        /// Its bytes.
        public let byteCount: Int
    }

    /// The data sets that `fetch` knows where to find.
    public static var offered: [String] { KnownDataset.all.filter { !$0.downloads.isEmpty }.map(\.name) }

    /// Downloads a published data set and imports it in place of what is there under its name.
    ///
    /// What has arrived is kept beside the data sets until it is imported, so that a download which was broken off goes on. Content
    /// that is not the published one is refused and thrown away.
    ///
    /// - Parameters:
    ///   - server: an address in place of the publisher's, which has files of the same names; nil for the publisher's.
    ///   - progress: told now and then how far it has come.
    /// - Throws: `DatasetError`.
    public func fetch(
        _ name: String, from server: String? = nil, progress: (FetchProgress) -> Void = { _ in }
    ) throws(DatasetError) -> ImportRecord {
        try fetch(name, from: server, patience: Downloader.Patience(), progress: progress)
    }

    func fetch(
        _ name: String, from server: String?, patience: Downloader.Patience, progress: (FetchProgress) -> Void
    ) throws(DatasetError) -> ImportRecord {
        guard let known = KnownDataset.all.first(where: { $0.name == name }), !known.downloads.isEmpty else {
            throw .notOffered(name, offered: Self.offered)
        }
        return try fetch(known.downloads, as: name, from: server, patience: patience, progress: progress)
    }

    func fetch(
        _ downloads: [Download], as name: String, from server: String?, patience: Downloader.Patience,
        progress: (FetchProgress) -> Void
    ) throws(DatasetError) -> ImportRecord {
        let folder = fetchFolder(of: name)
        try Folder.create(folder)
        let lock = try FetchLock(on: folder, name: name)
        defer { _ = lock }
        for download in downloads {
            try Downloader(patience: patience).download(
                download.address(on: server), to: folder.appending(path: download.fileName).path, byteCount: download.byteCount
            ) { arrived in
                progress(FetchProgress(fileName: download.fileName, arrived: arrived, byteCount: download.byteCount))
            }
        }
        let record: ImportRecord
        do {
            record = try importDownloads(downloads, as: name, in: folder)
        } catch {
            guard error.cause == .file else { throw error }
            // What is wrong with the content would be wrong again: the next attempt begins anew.
            try? FileManager.default.removeItem(at: folder)
            throw .wrongDownload(address: downloads.first?.address(on: server) ?? name, problem: error.description)
        }
        try? FileManager.default.removeItem(at: folder)
        return record
    }

    /// Where what has arrived of a data set is kept until it is imported.
    func fetchFolder(of name: String) -> URL { directory.appending(path: ".fetching-\(name)") }

    private func importDownloads(_ downloads: [Download], as name: String, in folder: URL) throws(DatasetError) -> ImportRecord {
        let isArchive = downloads.count == 1 && downloads[0].fileName.contains(".tar")
        return try self.import(
            name, from: isArchive ? folder.appending(path: downloads[0].fileName) : folder, requiresPublished: true)
    }
}
