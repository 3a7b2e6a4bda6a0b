import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file that is written beside its place and then takes the place of what is there.
enum ReplacedFile {
    /// Whether there is something at a path already.
    ///
    /// - Throws: `CommandFailure` with status 64 if that is no file: a device, a pipe or a link would be gone.
    static func isThere(_ path: String) throws(CommandFailure) -> Bool {
        // The attributes are a link's own.
        guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else { return false }
        guard facts[.type] as? FileAttributeType == .typeRegular else {
            throw CommandFailure(.usage, "'\(path)' is no file that could be replaced: name another")
        }
        return true
    }

    /// Writes a file and moves it to its place: it is there as a whole, or what was there before is.
    ///
    /// - Throws: `NewFile.Obstacle`.
    static func write(_ text: String, to path: String) throws(NewFile.Obstacle) {
        let partial = try NewFile(path: path).writeAside(text)
        guard rename(partial, path) != 0 else { return }
        let reason = errno
        unlink(partial)
        throw .system(reason)
    }
}
