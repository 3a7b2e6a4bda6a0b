import Foundation
import TestSupport
import Testing

@Suite("Presets with problems in the explorer")
struct FaultyPresetsTests {
    @Test("The explorer begins with saying that presets are left out, says it once, and help says it still")
    func told() async throws {
        try await ShellInTerminal.run { shell in
            try shell.sandbox.write("kind: recipe\nname: [", to: ".config/bitfront/presets/recipes/broken.yaml")
            let terminal = shell.terminal
            try await shell.startExplorer()
            try await terminal.wait(for: "1 preset has a problem and is left out: bitfront presets check")
            try await terminal.press("j")
            try await terminal.wait(for: "the message gone") { !$0.contains("left out") }
            try await terminal.press("?")
            try await terminal.wait(for: "1 preset has a problem and is left out")
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }
}
