import Foundation
import TestSupport
import Testing

@Suite("Clicks in a terminal")
struct ClickTests {
    @Test("A click whose press and release arrive in one piece selects, also twice or three times in a row", arguments: 1...3)
    func inOnePiece(clicks: Int) async throws {
        try await withSandbox { sandbox in
            let terminal = try sandbox.explorer()
            _ = await terminal.bytes(first: 20_000, quiet: 1_500)
            terminal.type("2")
            _ = await terminal.bytes(first: 2_000, quiet: 300)
            terminal.type(String(repeating: "\u{1b}[<0;5;8M\u{1b}[<0;5;8m", count: clicks))
            // The mark of the selected row stands in another one.
            #expect(String(decoding: await terminal.bytes(first: 2_000, quiet: 300), as: UTF8.self).contains("▸"))
        }
    }
}
