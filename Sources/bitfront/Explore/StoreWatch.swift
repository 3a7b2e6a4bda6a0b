#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Tells when a store was written, without asking again and again: one inotify descriptor.
final class StoreWatch {
    /// Readable when something was written.
    let fileDescriptor: Int32

    private let folder: String

    /// Watches the folder of a store, or while that does not exist the nearest folder above it; nil if the system has no watch to give.
    init?(folder: String) {
        fileDescriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        self.folder = folder
        guard fileDescriptor >= 0 else { return nil }
        arm()
    }

    deinit { close(fileDescriptor) }

    /// Takes what there is to read, so that the descriptor is quiet until the next write.
    ///
    /// - Returns: whether a file was written that holds results. Reading a store writes its shared memory, `-shm`, which does not count:
    ///   a reader would wake itself for ever.
    func drain() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        var isWritten = false
        while true {
            let count = read(fileDescriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            isWritten = buffer.prefix(count).withUnsafeBytes(Self.namesAStore) || isWritten
        }
        arm()
        return isWritten
    }

    /// Watches the folder, or what there is of the path to it; asking again for a folder that is watched changes nothing.
    private func arm() {
        var path = folder
        while true {
            let events = path == folder ? UInt32(IN_MODIFY) | UInt32(IN_MOVED_TO) : UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)
            if inotify_add_watch(fileDescriptor, path, events) >= 0 || path == "/" { return }
            guard let slash = path.lastIndex(of: "/") else { return }
            path = slash == path.startIndex ? "/" : String(path[..<slash])
        }
    }

    /// Whether one of the events is of anything but a store's shared memory.
    private static func namesAStore(_ events: UnsafeRawBufferPointer) -> Bool {
        let headerSize = MemoryLayout<inotify_event>.size
        var offset = 0
        while offset + headerSize <= events.count {
            let header = events.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
            let start = offset + headerSize
            offset = start + Int(header.len)
            guard offset <= events.count else { return false }
            let name = String(decoding: events[start..<offset].prefix { $0 != 0 }, as: UTF8.self)
            if !name.hasSuffix("-shm") { return true }
        }
        return false
    }
}
