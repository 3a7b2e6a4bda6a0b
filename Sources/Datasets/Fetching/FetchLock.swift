import FoundationEssentials
import Glibc

/// The right to download into a folder, which one process has at a time; it ends with the process at the latest.
struct FetchLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the right.
    ///
    /// - Throws: `DatasetError.busy` if another process has it, or `.system`.
    init(on folder: URL, name: String) throws(DatasetError) {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .lastSystemError("open", folder.path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isTaken = errno == EWOULDBLOCK
            let error = DatasetError.lastSystemError("lock", folder.path)
            close(descriptor)
            throw isTaken ? .busy(name: name) : error
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
