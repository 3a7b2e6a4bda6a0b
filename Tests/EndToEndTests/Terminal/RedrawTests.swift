import Foundation
import TestSupport
import Testing

@Suite("What the terminal shows")
struct RedrawTests {
    /// Keys that change what is shown, none that leaves the explorer or the terminal, and letters for a line that may be open.
    private static let keys = [
        "1", "2", "3", "4", "5", "6", "Tab", "h", "j", "k", "l", "g", "G", "n", "N", "m", "M", "s", "S", "a", "y", "+", "-", "0",
        "i", "%", "w", "?", "Escape", "d", "K", "b", "u", "T", "Enter", "PageDown", "PageUp", "/", ":", "e", "B", "P", "Y", ">",
        "=",
    ]

    /// Keys that move a cursor, of which the next is worked out before it comes.
    private static let moves = ["h", "j", "k", "l", "n", "N", "PageDown", "PageUp", "Down", "Up"]

    private static let sizes = [
        TmuxSession.Size(120, 40), .init(80, 24), .init(40, 10), .init(20, 5), .init(101, 31), .init(200, 60),
    ]

    /// Some keys, and the size of the terminal from then on.
    private typealias Step = (keys: [String], size: TmuxSession.Size)

    private static func script(seed: UInt64) -> [Step] {
        var generator = SeededGenerator(seed: seed)
        var size = sizes[0]
        return (0..<6).map { _ in
            let pressed = (0..<12).compactMap { _ in Self.keys.randomElement(using: &generator) }
            if Bool.random(using: &generator) { size = sizes.randomElement(using: &generator) ?? size }
            return (pressed, size)
        }
    }

    @Test(
        "After random keys and resizes the screen is that of another process that shows the same",
        arguments: 1...4 as ClosedRange<UInt64>)
    func random(seed: UInt64) async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            let identifier = try await shell.startExplorer()
            for (keys, size) in Self.script(seed: seed) {
                for key in keys { try await terminal.press(key) }
                try await terminal.resize(to: size)
                try await shell.waitForRest(identifier)
                try await Self.expect(terminal, size: size, in: shell.sandbox, after: keys)
            }
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }

    @Test(
        "After steps to and fro, each of them foreseen or not, as well",
        arguments: [("1", 1), ("2", 2), ("3", 3), ("5", 4)] as [(String, UInt64)])
    func steps(screen: String, seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            let identifier = try await shell.startExplorer()
            try await terminal.press(screen)
            for _ in 0..<3 {
                let size = Self.sizes.randomElement(using: &generator) ?? Self.sizes[0]
                try await terminal.resize(to: size)
                let key = Self.moves.randomElement(using: &generator) ?? "j"
                let keys = [key, key, key] + (0..<5).compactMap { _ in Self.moves.randomElement(using: &generator) }
                for key in keys {
                    try await terminal.press(key)
                    try await shell.waitForRest(identifier)
                }
                try await Self.expect(terminal, size: size, in: shell.sandbox, after: keys)
            }
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }

    /// Holds a screen against that of a process that has drawn nothing before: one that follows the first, and whose line of keys is its
    /// own.
    private static func expect(
        _ terminal: TmuxSession, size: TmuxSession.Size, in sandbox: Sandbox, after keys: [String]
    ) async throws {
        try await sandbox.inTerminal(["follow"], size: size) { follower in
            var differences: [String] = []
            let same: Bool? = try await Deadline.hang.poll {
                let shown = StyledScreen(try await terminal.styledScreen())
                let fresh = StyledScreen(try await follower.styledScreen())
                differences = fresh.differences(from: shown).filter { !$0.contains("q stop following") }
                return differences.isEmpty ? true : nil
            }
            try #require(same == true, "after \(keys) at \(size): \(differences)")
        }
    }
}
