import DesignSpace
import Foundation
import Terminal
import Testing

@testable import Explorer

/// Every screen at five sizes on four kinds of terminal, text and style, as it is kept in `Frames/Expected`.
///
/// After a change that is meant to show, `BITFRONT_KEEP_FRAMES=1 Scripts/run-tests --filter FrameTests` writes the files anew, and their diff is
/// what has changed on the screens.
@Suite("Frames that are kept")
struct FrameTests {
    static let sizes = [(120, 40), (100, 30), (80, 24), (40, 10), (20, 5)]

    /// Kinds of terminal, each with its name in the files.
    private static let terminals: [(name: String, capabilities: Capabilities)] = [
        ("256 colours, Braille", .full),
        ("16 colours, blocks", Capabilities(colors: .ansi16, glyphs: .block, mouse: false)),
        ("no colour, Braille", Capabilities(colors: .monochrome, glyphs: .braille, mouse: false)),
        ("no colour, ASCII", .plain),
    ]

    /// What is pressed so that a screen has something to show.
    private static let keys: [Screen: String] = [
        .frontier: "n,i", .table: "2,s*3,m", .bars: "3,j*2", .compare: "2,m,j*3,m,j*6,m,4", .layers: "5,j", .runs: "6",
    ]

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Expected")

    private static func frames(of screen: Screen, _ size: (Int, Int)) throws -> String {
        var state = try Fixture.state(size.0, size.1, canRun: true)
        if screen == .runs { _ = state.update(.queueChanged(try Fixture.queue())) }
        try state.press(keys[screen] ?? "")
        return terminals.map { terminal in
            let frame = state.frame(for: terminal.capabilities)
            let cursor = frame.cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
            return "\(terminal.name); \(cursor)\n\(frame.surface.styledText())\n"
        }.joined(separator: String(repeating: "-", count: size.0) + "\n")
    }

    @Test("The screen is the one that is kept", arguments: Screen.allCases, sizes)
    func kept(screen: Screen, size: (Int, Int)) throws {
        let frames = try Self.frames(of: screen, size)
        let file = Self.folder.appending(path: "\(screen.title.lowercased())-\(size.0)x\(size.1).txt")
        if ProcessInfo.processInfo.environment["BITFRONT_KEEP_FRAMES"] != nil {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(frames.utf8).write(to: file)
        }
        let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        let shown = frames.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(expected.count == shown.count)
        for (number, (kept, line)) in zip(expected, shown).enumerated() where kept != line {
            Issue.record("\(file.lastPathComponent):\(number + 1): kept «\(kept)», shown «\(line)»")
            break
        }
    }
}
