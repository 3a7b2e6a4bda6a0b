import Foundation

/// Reads the bytes of preset files, never more than a preset may have.
enum PresetFile {
    /// The largest preset file, in bytes.
    static let largest = 1 << 20

    /// The most preset files of one folder.
    static let mostFiles = 1_000

    /// The bytes of a file.
    ///
    /// The file is opened before it is looked at, without waiting, so that a pipe or a device is refused and not read.
    ///
    /// - Throws: `PresetProblem` if it is not a regular file, cannot be read, or is larger than `largest`.
    static func read(_ path: String) throws(PresetProblem) -> [UInt8] {
        func problem(_ fault: PresetProblem.Fault) -> PresetProblem { PresetProblem(file: path, position: nil, fault: fault) }
        func failure() -> PresetProblem { problem(.unreadable(reason: String(cString: strerror(errno)))) }
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure() }
        guard status.st_mode & S_IFMT == S_IFREG else { throw problem(.unreadable(reason: "it is not a regular file")) }
        guard status.st_size <= largest else { throw problem(.tooLarge(bytes: Int(status.st_size), limit: largest)) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Foundation.read(descriptor, $0.baseAddress?.advanced(by: filled), $0.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure() }
            if count == 0 { break }
            filled += count
        }
        // A file that somebody cut short meanwhile is taken as it is.
        return Array(bytes.prefix(filled))
    }

    /// The preset files of a root, sorted: those directly in it and those in the folders of the kinds.
    ///
    /// - Throws: `PresetProblem` if the root cannot be listed or has more than `mostFiles`.
    static func list(root: String) throws(PresetProblem) -> [String] {
        let top: [String]
        do {
            top = try FileManager.default.contentsOfDirectory(atPath: root)
        } catch {
            let exists = FileManager.default.fileExists(atPath: root)
            throw PresetProblem(
                file: root, position: nil,
                fault: .unreadable(reason: exists ? "it is not a folder that can be listed" : "there is no such folder"))
        }
        var files = top.map { "\(root)/\($0)" }
        for folder in PresetKind.allCases.map(\.folder) where top.contains(folder) {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
            files += names.map { "\(root)/\(folder)/\($0)" }
        }
        files = files.filter { isPreset($0) }.sorted { stem(of: $0) < stem(of: $1) }
        guard files.count <= mostFiles else {
            throw PresetProblem(file: root, position: nil, fault: .tooManyFiles(limit: mostFiles))
        }
        return files
    }

    /// Whether a path exists.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// A path without its ending, so that `alex` comes before `alex+`.
    private static func stem(of path: String) -> Substring { path.lastIndex(of: ".").map { path[..<$0] } ?? path[...] }

    private static func isPreset(_ path: String) -> Bool {
        guard let name = path.split(separator: "/").last, !name.hasPrefix(".") else { return false }
        return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    }
}
