import FoundationEssentials
import Glibc

/// What is done to whole folders so that a crash at any moment leaves the old or the new one.
enum Folder {
    /// Makes a folder and those above it, if they are not there.
    ///
    /// - Throws: `DatasetError.system`.
    static func create(_ folder: URL) throws(DatasetError) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .system(operation: "create the folder", path: folder.path, reason: error.localizedReason)
        }
    }

    /// Copies a file and waits until the disk has the copy.
    ///
    /// - Throws: `DatasetError.system` or `.notAFile`.
    static func copyFile(_ source: URL, to target: URL) throws(DatasetError) {
        var input = try OpenFile(path: source.path)
        var output = try WritableFile(creating: target.path)
        while true {
            let piece = try input.read(atMost: 1 << 20)
            guard !piece.isEmpty else { break }
            try output.write(piece)
        }
        try output.synchronize()
    }

    /// Puts a finished folder into its place; what was there is moved aside first and removed last.
    ///
    /// - Throws: `DatasetError.system`; then what was there is still there.
    static func put(_ finished: URL, at place: URL) throws(DatasetError) {
        try synchronize(finished)
        let parent = place.deletingLastPathComponent()
        let aside = parent.appending(path: "\(replacedPrefix)\(getpid())-\(UUID().uuidString)")
        let isReplacing = rename(place.path, aside.path) == 0
        guard rename(finished.path, place.path) == 0 else {
            let error = DatasetError.lastSystemError("create the folder", place.path)
            if isReplacing { _ = rename(aside.path, place.path) }
            throw error
        }
        try synchronize(parent)
        if isReplacing { try? FileManager.default.removeItem(at: aside) }
    }

    /// What the name of a folder begins with that is moved aside; the process and letters of its own follow.
    static let replacedPrefix = ".replaced-"

    /// Waits until the disk has a folder's entries.
    private static func synchronize(_ folder: URL) throws(DatasetError) {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .lastSystemError("open", folder.path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .lastSystemError("write", folder.path) }
    }
}

extension Error {
    /// The error in words of the system where Foundation gives a POSIX or Cocoa error.
    var localizedReason: String {
        if let error = self as? CocoaError, let underlying = error.underlying as? POSIXError {
            return String(cString: strerror(underlying.code.rawValue))
        }
        return "\(self)"
    }
}
