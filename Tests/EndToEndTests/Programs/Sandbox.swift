import Foundation
import TestSupport

/// A home of its own for the program: nothing of the user's is read or written.
struct Sandbox: Sendable {
    /// The home directory.
    let home: URL

    /// Where a test keeps its store.
    var store: URL { home.appending(path: "store.sqlite") }

    /// The folder of the user's presets.
    var presets: URL { home.appending(path: ".config/bitfront/presets", directoryHint: .isDirectory) }

    /// The environment of the program.
    var environment: [String: String] {
        [
            "HOME": home.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8",
        ]
    }

    /// The front end with its environment.
    var bitfront: Program { Program(BuiltPrograms.bitfront, environment: environment) }

    /// Runs a command of the front end in the home directory.
    func run(_ arguments: String...) async throws -> ProgramResult {
        try await bitfront.run(arguments, in: home)
    }

    func run(_ arguments: [String]) async throws -> ProgramResult {
        try await bitfront.run(arguments, in: home)
    }

    /// Runs a command that has to succeed, and returns what it prints.
    @discardableResult
    func output(_ arguments: String...) async throws -> String {
        try await bitfront.output(arguments, in: home)
    }

    /// Runs a command with `--format json` that has to succeed, and returns the value it prints.
    func json(_ arguments: String...) async throws -> JSON {
        try JSON(parsing: try await bitfront.output(arguments + ["--format", "json"], in: home))
    }

    /// Writes a file below the home directory, with the folders above it.
    @discardableResult
    func write(_ text: String, to path: String) throws -> URL {
        let file = home.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file
    }
}

/// Runs something with a sandbox, which is removed afterwards.
func withSandbox<Result>(
    isolation: isolated (any Actor)? = #isolation, _ body: (Sandbox) async throws -> Result
) async throws -> Result {
    try await withTemporaryDirectory { try await body(Sandbox(home: $0)) }
}
