import Glibc

/// An ordinary file that is open for reading; the owner of its descriptor.
struct OpenFile: ~Copyable {
    /// Its path, for messages.
    let path: String

    private let descriptor: Int32

    /// Opens a file.
    ///
    /// A pipe or a device is refused and never waited for.
    ///
    /// - Throws: `DatasetError.system` or `.notAFile`.
    init(path: String) throws(DatasetError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .lastSystemError("open", path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notAFile(path: path)
        }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The next bytes of the file, at most `count`; none at its end.
    ///
    /// - Throws: `DatasetError.system`.
    mutating func read(atMost count: Int) throws(DatasetError) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
            var result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            while result < 0 && errno == EINTR { result = Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
            failed = result < 0
            used = max(0, result)
        }
        guard !failed else { throw .lastSystemError("read", path) }
        return bytes
    }
}

extension DatasetError {
    /// The error of the system call that has just failed, in the system's words.
    static func lastSystemError(_ operation: String, _ path: String) -> DatasetError {
        .system(operation: operation, path: path, reason: String(cString: strerror(errno)))
    }
}
