import TestSupport
import Testing

@Suite("The explorer in a terminal")
struct ExplorerTests {
    @Test(
        "It opens on the frontier; 1, 2, 3 and Tab change the screen, ? helps",
        arguments: [TmuxSession.Size(120, 40), .init(80, 24)])
    func screens(size: TmuxSession.Size) async throws {
        try await ShellInTerminal.run(size: size) { shell in
            let terminal = shell.terminal
            try await shell.startExplorer()
            let frontier = try await terminal.wait(for: ExplorerScreens.frontier)
            try await terminal.press("2")
            try await terminal.wait(for: ExplorerScreens.table)
            try await terminal.press("3")
            let bars = try await terminal.wait(for: ExplorerScreens.bars)
            for precision in ["float32", "fixed32", "fixed16", "fixed8", "fixed4", "pow2", "binary"] {
                #expect(bars.contains(precision))
            }
            try await terminal.press("?")
            try await terminal.wait(for: ExplorerScreens.help)
            try await terminal.press("Escape")
            try await terminal.wait(for: "the bars of before") { $0 == bars }
            // Compare, Layers and Runs come between the bars and the frontier.
            try await terminal.press("Tab", "Tab", "Tab", "Tab")
            try await terminal.wait(for: "the frontier of before") { $0 == frontier }
        }
    }

    @Test("A filter leaves fewer rows, a wrong one is explained and changes nothing")
    func filter() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await shell.startExplorer()
            try await terminal.press("2")
            try await terminal.wait(for: ExplorerScreens.table)
            let table = try await terminal.screenAtRest()
            try await terminal.press("/")
            try await terminal.enter("enrgy<3")
            try await terminal.wait(for: "no field 'enrgy'")
            try await terminal.press("Escape")
            try await terminal.wait(for: "the table of before") { $0 == table }
            try await terminal.press("/")
            try await terminal.enter("prec=binary")
            let few = try await terminal.wait(for: "binary rows alone") {
                !$0.contains("fixed point") && $0.contains("binary (1,16)")
            }
            #expect(few.split(separator: "\n").count < table.split(separator: "\n").count)
        }
    }

    @Test("After every resize the screen is that of a fresh start at the size")
    func resizing() async throws {
        let sizes = [TmuxSession.Size(80, 24), .init(40, 10), .init(120, 40), .init(20, 5), .init(80, 24)]
        var fresh: [TmuxSession.Size: String] = [:]
        for size in Set(sizes) {
            fresh[size] = try await ShellInTerminal.run(size: size) { shell in
                try await shell.startExplorer()
                return try await shell.terminal.screenAtRest()
            }
        }
        let expected = fresh
        try await ShellInTerminal.run(size: sizes[0]) { shell in
            try await shell.startExplorer()
            for size in sizes.dropFirst() {
                try await shell.terminal.resize(to: size)
                try await shell.terminal.wait(for: "the fresh screen at \(size):\n\(expected[size] ?? "")") { $0 == expected[size] }
            }
        }
    }

    @Test("In ten columns and three rows it says how much room it needs, and all comes back when there is more")
    func tiny() async throws {
        try await ShellInTerminal.run { shell in
            try await shell.startExplorer()
            let before = try await shell.terminal.screen()
            try await shell.terminal.resize(to: TmuxSession.Size(10, 3))
            try await shell.terminal.wait(for: "the size it needs") { screen in
                screen.split(separator: "\n").count <= 3 && screen.contains("too small") && screen.contains("20x5")
            }
            try await shell.terminal.resize(to: TmuxSession.Size(120, 40))
            try await shell.terminal.wait(for: "the screen of before") { $0 == before }
            try await shell.terminal.press("q")
            try await shell.waitForPrompt()
        }
    }

    @Test("Hundreds of keys typed ahead are all taken, and then the one that quits")
    func typedAhead() async throws {
        try await ShellInTerminal.run { shell in
            try await shell.startExplorer()
            try await shell.terminal.enter(String(repeating: "2jjjjnNmm3jk%1hjklnN", count: 20) + "q")
            try await shell.waitForPrompt()
            #expect(try await shell.leftBehind() == [])
        }
    }
}
