#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Which file it is that has a path: its device, and its number there.
///
/// A number is given to no other file while somebody has the file open, even where its name is gone.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// The file that has a path now; nil if there is none, or none that can be looked at.
    init?(of path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        device = UInt64(facts.st_dev)
        number = UInt64(facts.st_ino)
    }

    /// Whether the path belongs to another file by now, or to none. One that cannot be looked at may still be the same.
    func hasLeft(_ path: String) -> Bool {
        if let current = FileIdentity(of: path) { return current != self }
        return errno == ENOENT || errno == ENOTDIR
    }
}
