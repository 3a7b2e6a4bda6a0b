import Foundation
import TestSupport

extension Sandbox {
    /// Runs the front end in a terminal of its own, and something with that.
    func inTerminal<Result>(
        _ arguments: [String] = [], size: TmuxSession.Size = TmuxSession.Size(120, 40),
        isolation: isolated (any Actor)? = #isolation,
        _ body: (TmuxSession) async throws -> Result
    ) async throws -> Result {
        try await TmuxSession.run(
            [BuiltPrograms.bitfront.path] + arguments, size: size, environment: environment, in: home, body)
    }

    /// Opens the explorer on the store of the test, at the far end of a pseudo terminal.
    func explorer(columns: UInt16 = 120, rows: UInt16 = 40) throws -> PseudoTerminal {
        var program = bitfront
        program.environment["TERM"] = "xterm-256color"
        return try PseudoTerminal(program, arguments: ["--store", store.path], columns: columns, rows: rows)
    }
}
