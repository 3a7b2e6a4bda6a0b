import Foundation
import TestSupport
import Testing

@Suite("Following a tour as its speaker")
struct FollowNotesTests {
    @Test("follow --notes shows the notes of the stop that is presented, and follow alone never does", arguments: [true, false])
    func notes(isSpeaker: Bool) async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await shell.startExplorer()
            try await terminal.press("P", "v", "n")
            try await terminal.wait(for: "2 of 8")
            let command = ["follow"] + (isSpeaker ? ["--notes"] : [])
            try await shell.sandbox.inTerminal(command) { follower in
                try await follower.wait(for: isSpeaker ? "next: MNIST hardly notices" : "Where the power goes")
                try await terminal.press("v", "v", "n")
                try await follower.wait(for: "MNIST hardly notices")
                let screen = try await follower.screenAtRest()
                #expect(screen.contains("Digits are easy") == isSpeaker)
            }
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }
}
