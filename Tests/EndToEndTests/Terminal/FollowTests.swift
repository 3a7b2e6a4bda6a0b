import Foundation
import TestSupport
import Testing

@Suite("Following an explorer, and coming back to one")
struct FollowTests {
    /// A screen without its key line, and without the line of messages above it.
    private static func body(of screen: String) -> [Substring] {
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.dropLast(lines.last?.isEmpty == true ? 3 : 2)
    }

    @Test("A second terminal shows what the first one shows, says which keys it has, and its keys change nothing")
    func follows() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await shell.startExplorer()
            try await terminal.press("2", "d")
            let shown = try await terminal.screenAtRest()
            try await shell.sandbox.inTerminal(["follow"]) { follower in
                try await follower.wait(for: "the leader's screen") { Self.body(of: $0) == Self.body(of: shown) }
                #expect(try await follower.screenAtRest().contains("q stop following"))
                try await terminal.press("3", "j")
                let bars = try await terminal.screenAtRest()
                try await follower.wait(for: "the leader's bars") { Self.body(of: $0) == Self.body(of: bars) }
                try await follower.press("1", "n", "/")
                let unchanged = try await follower.screenAtRest()
                #expect(Self.body(of: unchanged) == Self.body(of: bars))
                #expect(unchanged.contains("this explorer follows another: q leaves it"), "\(unchanged)")
                try await terminal.press("k")
                try await follower.wait(for: "the message to go") { !$0.contains("follows another") }
            }
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
            let left = try await shell.lines(of: "find . -name 'follow-*'")
            #expect(left.isEmpty)
        }
    }

    @Test("A text that is scrolled over a table that is longer than the screen is scrolled for who follows")
    func followsInText() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await shell.startExplorer()
            try await terminal.press("2", "?")
            try await shell.sandbox.inTerminal(["follow"]) { follower in
                for keys in [["j"], ["j", "j"], ["k"]] {
                    for key in keys { try await terminal.press(key) }
                    let text = try await terminal.screenAtRest()
                    try await follower.wait(for: "the leader's part of the text") { Self.body(of: $0) == Self.body(of: text) }
                }
                try await terminal.press("Escape", "j")
                let table = try await terminal.screenAtRest()
                try await follower.wait(for: "the leader's table") { Self.body(of: $0) == Self.body(of: table) }
            }
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }

    @Test("Who follows goes with the explorer to another study")
    func followsToAnotherStudy() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await shell.startExplorer("--study hashemi2017")
            try await shell.sandbox.inTerminal(["follow"]) { follower in
                try await follower.wait(for: "hashemi2017")
                try await terminal.press("/")
                try await terminal.enter("net=alex")
                try await terminal.press(":")
                try await terminal.enter("study default")
                try await follower.wait(for: "study default")
                try await terminal.press("2", "j")
                let table = try await terminal.screenAtRest()
                #expect(table.contains("51 points"), "the filter was left with the other study")
                try await follower.wait(for: "the leader's table") { Self.body(of: $0) == Self.body(of: table) }
            }
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
            #expect(try await shell.lines(of: "find . -name 'follow-*'").isEmpty)
        }
    }

    @Test("A follower of another size shows the same points, what is typed, and what the explorer was opened with")
    func followsInAnotherSize() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await terminal.enter("clear; \(BuiltPrograms.bitfront.path) --accelerator tile-65nm --accounting nominal")
            try await terminal.wait(for: "? help")
            try await terminal.press("j", "j", "l", "/", "a", "c", "c", ">", "5")
            try await shell.sandbox.inTerminal(["follow"], size: TmuxSession.Size(110, 32)) { follower in
                try await follower.wait(for: "/acc>5")
                try await follower.wait(for: "54.26")
                try await terminal.press("0", "Enter")
                for keys in [["j", "l"], ["2", "PageDown", "m", "k"], ["1", "h", "+", "k"], ["5", "j"], ["4", "?"]] {
                    for key in keys { try await terminal.press(key) }
                    let name = try #require(Self.selectedName(in: try await terminal.screenAtRest()))
                    try await follower.wait(for: name) { Self.selectedName(in: $0) == name }
                }
            }
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }

    @Test("When the explorer ends the follower says so: with status 0 if it was left, with 2 if it was killed", arguments: [0, 2])
    func ends(status: Int) async throws {
        try await ShellInTerminal.run { shell in
            let leader = try shell.sandbox.explorer()
            _ = await leader.bytes(first: 20_000, quiet: 500)
            try await shell.terminal.enter("clear; \(BuiltPrograms.bitfront.path) follow; echo status $?")
            try await shell.terminal.wait(for: ExplorerScreens.any)
            try await shell.terminal.screenAtRest()
            if status == 0 { leader.type("q") } else { leader.kill() }
            let screen = try await shell.terminal.wait(for: "status \(status)")
            #expect(screen.contains("the explorer that was followed has ended"), "\(screen)")
        }
    }

    /// What the explorer names at its cursor, or the title of the text over it.
    private static func selectedName(in screen: String) -> String? {
        let line = screen.split(separator: "\n").first { ($0.contains("▸ ") && !$0.contains("─▸")) || $0.contains("Help · ") }
        return line.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
    }

    @Test("Only the owner can open the socket")
    func owner() async throws {
        try await ShellInTerminal.run { shell in
            try await shell.startExplorer()
            let folder = shell.sandbox.home.path
            let socket = try #require(
                FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.first { $0.contains("/follow-") })
            let file = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(socket)")
            let parent = URL(filePath: "\(folder)/\(socket)").deletingLastPathComponent().path
            let directory = try FileManager.default.attributesOfItem(atPath: parent)
            #expect(file[.posixPermissions] as? Int == 0o600)
            #expect(directory[.posixPermissions] as? Int == 0o700)
            try await shell.terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }

    @Test("The explorer opens as it was left")
    func remembers() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await shell.startExplorer()
            try await terminal.press("2", "d", "j", "j", "m", "s")
            try await terminal.press("Escape")
            let shown = try await terminal.screenAtRest()
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
            try await terminal.enter("clear; \(BuiltPrograms.bitfront.path)")
            try await terminal.wait(for: "the view of before") { $0 == shown }
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }

    @Test("q leaves a tour that is followed, and not only the tour")
    func leaves() async throws {
        try await ShellInTerminal.run { shell in
            try await shell.sandbox.inTerminal(["present"]) { leader in
                try await leader.wait(for: "1 of 8")
                try await shell.terminal.enter("\(BuiltPrograms.bitfront.path) follow")
                try await shell.terminal.wait(for: "1 of 8")
                try await shell.terminal.press("q")
                try await shell.waitForPrompt()
                #expect(try await leader.screenAtRest().contains("1 of 8"))
            }
        }
    }
}
