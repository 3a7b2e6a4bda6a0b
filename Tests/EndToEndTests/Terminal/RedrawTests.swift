import Foundation
import TestSupport
import Testing

@Suite("What the terminal shows")
struct RedrawTests {
    /// Keys that change what is shown, none that leaves the explorer or the terminal.
    private static let keys = [
        "1", "2", "3", "4", "5", "6", "Tab", "h", "j", "k", "l", "g", "G", "n", "N", "m", "M", "s", "S", "a", "y", "+", "-", "0",
        "i",
        "%", "w", "?", "Escape", "d", "K", "b", "u", "T", "Enter", "PageDown", "PageUp",
    ]

    @Test("After random keys and resizes the screen is that of a full redraw", arguments: [1, 2, 3] as [UInt64])
    func random(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let sizes = [TmuxSession.Size(120, 40), .init(80, 24), .init(40, 10), .init(20, 5), .init(101, 31)]
        var script: [(keys: [String], size: TmuxSession.Size?)] = []
        for _ in 0..<8 {
            let keys = (0..<10).compactMap { _ in Self.keys.randomElement(using: &generator) }
            script.append((keys, Bool.random(using: &generator) ? sizes.randomElement(using: &generator) : nil))
        }
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            let identifier = try await shell.startExplorer()
            for (keys, size) in script {
                for key in keys { try await terminal.press(key) }
                if let size { try await terminal.resize(to: size) }
                try await shell.waitForRest(identifier)
                let shown = StyledScreen(try await terminal.styledScreen())
                try await terminal.press("C-l")
                try await shell.waitForRest(identifier)
                let drawnAgain = StyledScreen(try await terminal.styledScreen())
                #expect(drawnAgain.differences(from: shown) == [], "after \(keys)")
            }
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }
}
