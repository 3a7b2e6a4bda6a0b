import Glibc

/// A file being written for the first time; the owner of its descriptor.
struct WritableFile: ~Copyable {
    private let path: String
    private let descriptor: Int32

    /// Makes a file that was not there.
    ///
    /// - Throws: `DatasetError.system`.
    init(creating path: String) throws(DatasetError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .lastSystemError("create", path) }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Appends bytes.
    ///
    /// - Throws: `DatasetError.system`, for example when the disk is full.
    mutating func write(_ bytes: [UInt8]) throws(DatasetError) {
        let isWritten = bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
        guard isWritten else { throw .lastSystemError("write", path) }
    }

    /// Waits until the disk has what was written.
    ///
    /// - Throws: `DatasetError.system`.
    func synchronize() throws(DatasetError) {
        guard fsync(descriptor) == 0 else { throw .lastSystemError("write", path) }
    }
}
