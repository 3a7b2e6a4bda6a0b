import Foundation
import PresetLibrary

/// A folder that is there as long as the value is used, for files that tests write.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "bitfront-presets-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, making the folders that it needs; returns its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

    /// Writes a file, making the folders that it needs; returns its path.
    @discardableResult
    func write(_ data: Data, to name: String) throws -> String {
        let file = URL(fileURLWithPath: path).appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file.path
    }

    /// The folder as a root.
    func root(_ origin: PresetRoot.Origin = .user) -> PresetRoot { PresetRoot(directory: path, origin: origin) }
}

/// The presets of the checkout.
enum Shipped {
    static let root = PresetRoot(directory: directory, origin: .shipped)

    static let directory = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Presets").path

    static let library = PresetLibrary.load(roots: [root])

    /// The text of a shipped file.
    static func text(_ name: String) throws -> String { try String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8) }
}
