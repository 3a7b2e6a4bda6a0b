import FoundationEssentials

/// Takes the files of an archive out into a folder.
enum Archive {
    /// Bytes of all files together: three data sets of the largest size.
    static let largestByteCount = 3 * ReadingLimits.largestByteCount

    /// Writes an archive's ordinary files into a folder, each under the last part of its path: no path of an archive leads anywhere else.
    ///
    /// - Parameter progress: told how many bytes have been written.
    /// - Throws: `DatasetError` with file and byte; two files of one name are damage.
    static func extract(_ archive: URL, to folder: URL, progress: (Int) -> Void = { _ in }) throws(DatasetError) {
        var reader = TarReader(try ByteStream(path: archive.path))
        var names: Set<String> = []
        var written = 0
        while let member = try reader.next() {
            guard let name = fileName(of: member.path) else { continue }
            guard names.insert(name).inserted else {
                throw .damagedArchive(file: archive.path, offset: 0, reason: "two files are named '\(name)'")
            }
            var file = try WritableFile(creating: folder.appending(path: name).path)
            while true {
                let piece = try reader.read()
                guard !piece.isEmpty else { break }
                written += piece.count
                guard written <= largestByteCount else {
                    throw .archiveTooLarge(file: archive.path, what: "bytes", most: largestByteCount)
                }
                try file.write(Array(piece))
                progress(written)
            }
        }
    }

    /// The one archive in a folder; nil if there is none, or more than one.
    static func only(in folder: URL) -> URL? {
        let endings = [".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz"]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let archives = names.filter { name in endings.contains { name.hasSuffix($0) } }
        return archives.count == 1 ? folder.appending(path: archives[0]) : nil
    }

    /// The last part of a path; nil for none, for a hidden file and for what macOS puts beside each.
    private static func fileName(of path: String) -> String? {
        guard let last = path.split(separator: "/").last, !last.hasPrefix("."), !last.contains("\0") else { return nil }
        return String(last)
    }
}
