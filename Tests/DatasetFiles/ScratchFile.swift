import Datasets
import Foundation

/// A file whose content is replaced again and again, for readers that open a path.
final class ScratchFile {
    let path: String
    private let descriptor: Int32
    private var size = 0

    /// Makes it in the folder of temporary files.
    init() throws(DatasetError) {
        path = FileManager.default.temporaryDirectory.appending(path: "bitfront-\(UUID().uuidString)-input").path
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure("create", path) }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// Replaces its content.
    ///
    /// It is cut behind what was written and not before: ext4 takes a file that is emptied for one that is replaced, and writes it to
    /// the disk when it is next closed.
    func put(_ bytes: [UInt8]) throws(DatasetError) {
        let isWritten = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) } == bytes.count
        guard isWritten, bytes.count >= size || ftruncate(descriptor, off_t(bytes.count)) == 0 else {
            throw Self.failure("write", path)
        }
        size = bytes.count
    }

    private static func failure(_ operation: String, _ path: String) -> DatasetError {
        .system(operation: operation, path: path, reason: String(cString: strerror(errno)))
    }
}
