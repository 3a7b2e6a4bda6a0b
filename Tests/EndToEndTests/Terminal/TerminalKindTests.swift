import Foundation
import TestSupport
import Testing

@Suite("Kinds of terminal")
struct TerminalKindTests {
    @Test(
        "It opens, changes its screen, takes a filter and leaves the terminal as it was",
        arguments: ["linux", "screen", "screen-256color", "tmux", "vt100", "xterm"])
    func works(name: String) async throws {
        try await ShellInTerminal.run(variables: ["TERM": name]) { shell in
            let terminal = shell.terminal
            let before = try await shell.settings()
            try await shell.startExplorer()
            try await terminal.wait(for: ExplorerScreens.frontier)
            try await terminal.press("2")
            try await terminal.wait(for: ExplorerScreens.table)
            try await terminal.press("Down", "/")
            try await terminal.enter("prec=binary")
            try await terminal.wait(for: "binary rows alone") { !$0.contains("fixed point") && $0.contains("binary (1,16)") }
            try await terminal.press("q")
            try await shell.waitForPrompt()
            #expect(try await shell.leftBehind() == [])
            #expect(try await shell.settings() == before)
            #expect(try await shell.residue() == [])
        }
    }

    @Test("Nothing stays below the prompt when a follower leaves either", arguments: ["vt100", "linux", "screen"])
    func follower(name: String) async throws {
        try await ShellInTerminal.run(variables: ["TERM": name]) { shell in
            try await shell.sandbox.inTerminal { leader in
                try await leader.wait(for: ExplorerScreens.frontier)
                try await leader.screenAtRest()
                for ending in ["follower", "leader"] {
                    try await shell.terminal.enter("clear; \(BuiltPrograms.bitfront.path) follow")
                    try await shell.terminal.wait(for: ExplorerScreens.frontier)
                    try await shell.terminal.screenAtRest()
                    if ending == "follower" { try await shell.terminal.press("q") } else { try await leader.press("C-c") }
                    try await shell.waitForPrompt()
                    #expect(try await shell.residue() == [], "when the \(ending) leaves")
                }
            }
        }
    }
}

extension ShellInTerminal {
    /// What stands in the line of the prompt behind it, and below it; empty where a program has left its screen clean.
    func residue() async throws -> [String] {
        let lines = try await terminal.screen().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let row = Int(try await terminal.value(of: "#{cursor_y}")) ?? 0
        return lines.dropFirst(row).enumerated().map { $0 == 0 ? String($1.trimmingPrefix("ready>")) : $1 }
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
