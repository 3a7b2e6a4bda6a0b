import Foundation
import TestSupport
import Testing

@Suite("Runs from the explorer")
struct RunsTests {
    @Test("A run that is begun with a key outlives the explorer, is found going on, and ends when it is cancelled")
    func outlives() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            let store = "--store \(shell.sandbox.home.path)/s.sqlite"
            try await shell.startExplorer(store)
            try await terminal.press(":")
            try await terminal.enter("run lenet/float32 digits")
            try await terminal.press("6")
            try await terminal.wait(for: "1 running")
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
            try await shell.startExplorer(store)
            // The study opens on the runs, as it was left.
            try await terminal.wait(for: "1 running")
            try await terminal.press("C")
            try await terminal.wait(for: "1 cancelled")
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
            // Whoever worked the queue has nothing left to do.
            let left = try await shell.lines(
                of: "while pgrep -f '[q]ueue work \(store)' >&2; do sleep 0.2; done; pgrep -fc '[q]ueue work \(store)'")
            #expect(left == ["0"])
        }
    }

    @Test("A data set that is not here is said to be, and nothing is begun")
    func missingDataset() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await shell.startExplorer()
            // The last row of the table is one that nobody has trained.
            try await terminal.press("2")
            try await terminal.press("G")
            try await terminal.press("r")
            try await terminal.wait(for: "run 'bitfront datasets fetch cifar10' first: cifar10 is not here")
            try await terminal.press("6")
            try await terminal.wait(for: "nothing was asked for yet")
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }
}
