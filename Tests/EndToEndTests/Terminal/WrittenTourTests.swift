import Foundation
import TestSupport
import Testing

@Suite("Tours that are written while the explorer is open")
struct WrittenTourTests {
    private static func tour(caption: String) -> String {
        """
        kind: tour
        name: mine
        title: Mine
        study: default
        stops:
          - title: Here
            caption: \(caption)
            view: table
        """
    }

    @Test("They are shown as they are now, P offers them, and what is wrong with one is said")
    func written() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            let file = ".config/bitfront/presets/tours/mine.yaml"
            func present() async throws {
                try await terminal.press(":")
                try await terminal.enter("present mine")
            }
            try await shell.startExplorer()
            try shell.sandbox.write(Self.tour(caption: "The first words."), to: file)
            try await present()
            try await terminal.wait(for: "The first words.")
            try await terminal.press("q")
            try shell.sandbox.write(Self.tour(caption: "The second words."), to: file)
            try await present()
            try await terminal.wait(for: "The second words.")
            try await terminal.press("q")
            try await terminal.press("P")
            try await terminal.wait(for: "Tab  hashemi2017  mine")
            try await terminal.press("Escape")
            try shell.sandbox.write(Self.tour(caption: "x").replacing("caption:", with: "captoin:"), to: file)
            try await present()
            try await terminal.wait(for: "captoin")
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }
}
