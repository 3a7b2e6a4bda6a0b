import Foundation
import TestSupport
import Testing

@Suite("Following an explorer, and coming back to one")
struct FollowTests {
    @Test("A second terminal shows what the first one shows, and its keys change nothing")
    func follows() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await shell.startExplorer()
            try await terminal.press("2", "d")
            let shown = try await terminal.screenAtRest()
            var environment = shell.sandbox.environment
            environment["TERM"] = "tmux-256color"
            let command = [BuiltPrograms.bitfront.path, "follow"]
            try await TmuxSession.run(
                command, size: TmuxSession.Size(120, 40), environment: environment, in: shell.sandbox.home
            ) { follower in
                try await follower.wait(for: "the leader's screen") { $0 == shown }
                try await terminal.press("3", "j")
                let bars = try await terminal.screenAtRest()
                try await follower.wait(for: "the leader's bars") { $0 == bars }
                try await follower.press("1", "n", "/")
                let unchanged = try await follower.screenAtRest()
                #expect(unchanged == bars)
            }
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
            let left = try await shell.lines(of: "find . -name 'follow-*'")
            #expect(left.isEmpty)
        }
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
            var environment = shell.sandbox.environment
            environment["TERM"] = "tmux-256color"
            let presenting = [BuiltPrograms.bitfront.path, "present"]
            try await TmuxSession.run(
                presenting, size: TmuxSession.Size(120, 40), environment: environment, in: shell.sandbox.home
            ) { leader in
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
