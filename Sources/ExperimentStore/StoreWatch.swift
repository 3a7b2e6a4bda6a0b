#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Tells when a store was written, without asking again and again: one inotify descriptor, which what else is done in the store's folder
/// leaves alone.
///
/// Of every change that this module makes, it tells once more when the change is complete; until then a reader may find the store as it was.
public final class StoreWatch {
    /// Readable when something may have been written.
    public let fileDescriptor: Int32

    private let path: String
    /// The files that hold results: the store and its write-ahead log. Reading a store writes its shared memory, `-shm`, which does not
    /// count: a reader would wake itself for ever.
    private let files: [String]
    private let folder: String

    /// The numbers of the watches of the files that are there, by path.
    private var watches: [String: Int32] = [:]
    /// The watch of the folder in which a file is missing, or of the nearest folder above it; nil while all files are there.
    private var folderWatch: Int32?

    /// Watches a store, or while it does not exist the folder in which it would appear; nil if the system has no watch to give.
    public init?(path: String, in folder: String) {
        self.path = path
        fileDescriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        files = [path, path + "-wal"]
        self.folder = folder
        guard fileDescriptor >= 0 else { return nil }
        arm()
    }

    deinit { close(fileDescriptor) }

    /// Takes what there is to read, so that the descriptor is quiet until the next write.
    ///
    /// - Returns: whether a file that holds results was written, or is another one than before.
    public func drain() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        var isWritten = false
        while true {
            let count = read(fileDescriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            isWritten = buffer.prefix(count).withUnsafeBytes(reportsAWrite) || isWritten
        }
        let before = watches
        arm()
        return isWritten || watches != before
    }

    /// Watches the files that are there and, only while one is missing, the folder.
    private func arm() {
        if watchFiles() { return unwatchFolder() }
        watchFolder()
        // What has appeared before its folder was watched has caused no event.
        if watchFiles() { unwatchFolder() }
    }

    /// Watches the files; asking again for one that is watched changes nothing.
    ///
    /// - Returns: whether all are there.
    private func watchFiles() -> Bool {
        // A file that another one has taken the place of has fewer names than before, which is a change of its attributes.
        let events = UInt32(IN_MODIFY) | UInt32(IN_ATTRIB) | UInt32(IN_MOVE_SELF) | UInt32(IN_DELETE_SELF)
        for file in files {
            // Who opened the store for writing and has closed it, or was killed, has nothing left to complete. Readers close it too, but have
            // opened the log alone so that they could write.
            let events = file == path ? events | UInt32(IN_CLOSE_WRITE) : events
            let watch = inotify_add_watch(fileDescriptor, file, events)
            let old = watches.updateValue(watch, forKey: file)
            if watch < 0 { watches[file] = nil }
            if let old, old != watch { inotify_rm_watch(fileDescriptor, old) }
        }
        return watches.count == files.count
    }

    /// Watches the folder, or what there is of the path to it.
    private func watchFolder() {
        var path = folder
        var found: Int32 = -1
        while true {
            found = inotify_add_watch(fileDescriptor, path, UInt32(IN_CREATE) | UInt32(IN_MOVED_TO))
            guard found < 0, path != "/", let slash = path.lastIndex(of: "/") else { break }
            path = slash == path.startIndex ? "/" : String(path[..<slash])
        }
        if found != folderWatch { unwatchFolder() }
        folderWatch = found < 0 ? nil : found
    }

    private func unwatchFolder() {
        if let folderWatch { inotify_rm_watch(fileDescriptor, folderWatch) }
        folderWatch = nil
    }

    /// Whether one of the events is that a file was written, or a change completed, which `ExperimentStore` marks in the store's times.
    ///
    /// Other attributes than the store's own are no sign: SQLite, run by root, sets the owner of the log whenever it opens it.
    private func reportsAWrite(_ events: UnsafeRawBufferPointer) -> Bool {
        let completion = UInt32(IN_ATTRIB) | UInt32(IN_CLOSE_WRITE)
        let headerSize = MemoryLayout<inotify_event>.size
        var offset = 0
        while offset + headerSize <= events.count {
            let header = events.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
            if header.mask & UInt32(IN_MODIFY) != 0 || header.wd == watches[path] && header.mask & completion != 0 { return true }
            offset += headerSize + Int(header.len)
        }
        return false
    }
}
