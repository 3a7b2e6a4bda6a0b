import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file that is not there yet: it appears as a whole when it is complete, or not at all, and takes the place of nothing.
struct NewFile {
    /// Why a file was not written.
    enum Obstacle: Error {
        /// There is something of that name already.
        case isThere
        /// The system's number for what went wrong.
        case system(Int32)

        /// The reason in words that stand behind "cannot be written:".
        var reason: String {
            switch self {
            case .isThere: "it is there already"
            case .system(ENOENT): "its folder is not there"
            case .system(ENOTDIR): "what should be its folder is none"
            case .system(EACCES), .system(EPERM): "its folder is not yours to write in"
            case .system(EROFS): "its folder can only be read"
            case .system(ENOSPC): "the disk is full"
            case .system(EDQUOT): "your share of the disk is used up"
            case .system(ENAMETOOLONG), .system(EINVAL), .system(EILSEQ): "no file can have that name"
            case .system(let number): String(cString: strerror(number))
            }
        }
    }

    let path: String

    /// Writes the file, beside its place first.
    ///
    /// - Throws: `Obstacle`; nothing of the file is there then.
    func write(_ text: String) throws(Obstacle) {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .system(EINVAL) }
        var facts = stat()
        guard lstat(path, &facts) != 0 else { throw .isThere }
        let partial = try writeAside(text)
        defer { unlink(partial) }
        // A link, unlike a move, never takes the place of a file that has come meanwhile.
        guard link(partial, path) != 0 else { return }
        switch errno {
        case EEXIST: throw .isThere
        case EPERM, ENOSYS, EOPNOTSUPP, EMLINK: try claimPlace(for: partial)
        default: throw .system(errno)
        }
    }

    /// Writes the file, beside its place only.
    ///
    /// - Returns: where it lies, complete.
    /// - Throws: `Obstacle`; nothing of the file is there then.
    func writeAside(_ text: String) throws(Obstacle) -> String {
        let partial = folder + ".bitfront-\(getpid()).partial"
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system(errno) }
        do {
            try Self.write(text, to: descriptor)
        } catch {
            unlink(partial)
            throw error
        }
        return partial
    }

    /// Makes the folders above the file.
    ///
    /// - Throws: `Obstacle`.
    func makeFolder() throws(Obstacle) {
        var made = ""
        for name in folder.split(separator: "/", omittingEmptySubsequences: false) {
            made += "\(name)/"
            guard mkdir(made, 0o777) != 0, errno != EEXIST else { continue }
            let reason = errno
            var facts = stat()
            // What is there already may lie where nothing can be made.
            guard stat(made, &facts) == 0 else { throw .system(reason) }
        }
    }

    /// What stands before the file's name, with its slash.
    private var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

    /// Writes all of a text, waits until the disk has it, and closes.
    private static func write(_ text: String, to descriptor: Int32) throws(Obstacle) {
        let isComplete = Output.writeAll(text, to: descriptor) && fsync(descriptor) == 0
        let reason = errno
        guard close(descriptor) == 0 || !isComplete else { throw .system(errno) }
        guard isComplete else { throw .system(reason) }
    }

    /// Moves the complete file to its place on a disk that has no links: an empty file keeps the place until then.
    private func claimPlace(for partial: String) throws(Obstacle) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw errno == EEXIST ? .isThere : .system(errno) }
        close(descriptor)
        guard rename(partial, path) != 0 else { return }
        let reason = errno
        unlink(path)
        throw .system(reason)
    }
}
