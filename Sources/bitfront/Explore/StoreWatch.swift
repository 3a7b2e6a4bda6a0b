#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Tells when files of a folder were written, without asking again and again: one inotify descriptor.
final class StoreWatch {
    /// Readable when something was written.
    let fileDescriptor: Int32

    /// Watches a folder; nil if it does not exist or the system has no watch to give.
    init?(folder: String) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        let events = UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)
        guard inotify_add_watch(descriptor, folder, events) >= 0 else {
            close(descriptor)
            return nil
        }
        fileDescriptor = descriptor
    }

    deinit { close(fileDescriptor) }

    /// Takes what there is to read, so that the descriptor is quiet until the next write.
    func drain() {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while read(fileDescriptor, &buffer, buffer.count) > 0 {}
    }
}
