import Foundation

/// Runs something with a folder of its own, which is removed afterwards, whatever is in it by then.
///
/// - Parameter body: what to run; it gets the folder, which exists, is empty and has no symbolic link in its path.
/// - Returns: what the body returns.
public func withTemporaryDirectory<Result>(
    isolation: isolated (any Actor)? = #isolation, _ body: (URL) async throws -> Result
) async throws -> Result {
    let folder = try makeTemporaryDirectory()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

/// Runs something that does not wait with a folder of its own, which is removed afterwards.
///
/// - Parameter body: what to run; it gets the folder, which exists, is empty and has no symbolic link in its path.
/// - Returns: what the body returns.
public func withTemporaryDirectory<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = try makeTemporaryDirectory()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

private func makeTemporaryDirectory() throws -> URL {
    // A short name: a Unix socket's path, as tmux needs one, has room for 107 bytes.
    let name = "bf-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(path: name, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    return folder
}
