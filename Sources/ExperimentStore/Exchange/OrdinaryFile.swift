import Foundation

/// A file of the disk, opened without waiting: where the program looks by itself, a pipe or a device must not keep it.
public enum OrdinaryFile {
    /// Opens a file for reading.
    ///
    /// - Throws: `ExperimentStoreError.file` if it cannot be opened, or is a folder, a pipe, a socket or a device.
    public static func open(_ path: String) throws(ExperimentStoreError) -> FileHandle {
        let descriptor = Foundation.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(path: path, reason: String(cString: strerror(errno))) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            throw .file(path: path, reason: "it is not a regular file")
        }
        return handle
    }

    /// The bytes of a file, or its first ones.
    ///
    /// - Throws: `ExperimentStoreError.file` if they cannot be read, or it is no ordinary file.
    public static func contents(of path: String, atMost count: Int = .max) throws(ExperimentStoreError) -> Data {
        let handle = try open(path)
        do {
            return try (count == .max ? handle.readToEnd() : handle.read(upToCount: count)) ?? Data()
        } catch {
            throw .file(path: path, reason: SystemWords.of(error))
        }
    }

    /// The bytes of what stands at a path; nil for nothing.
    static func size(of path: String) -> Int? {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : nil
    }

    /// Whether something stands at a path that is neither an ordinary file nor a folder.
    static func isSpecial(_ path: String) -> Bool {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return false }
        return ![S_IFREG, S_IFDIR].contains(facts.st_mode & S_IFMT)
    }
}
