import Foundation
import TestSupport
import Testing

@Suite("The terminal is left as it was found")
struct RestorationTests {
    @Test("After q, Ctrl-C and q from another screen", arguments: [["q"], ["C-c"], ["2", "q"], ["?", "C-c"]])
    func keys(keys: [String]) async throws {
        try await ShellInTerminal.run { shell in
            let before = try await shell.settings()
            try await shell.startExplorer()
            for key in keys { try await shell.terminal.press(key) }
            try await shell.waitForPrompt()
            #expect(try await shell.leftBehind() == [])
            #expect(try await shell.settings() == before)
        }
    }

    @Test(
        "The cursor is a line below what is selected, which is in reverse, and has its own shape again afterwards",
        arguments: ["q", "SIGTERM", "SIGSEGV"])
    func cursorShape(ending: String) async throws {
        try await withSandbox { sandbox in
            var program = sandbox.bitfront
            program.environment.merge(["TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no"]) { $1 }
            let terminal = try PseudoTerminal(program, arguments: [], columns: 100, rows: 30)
            let first = await terminal.bytes(first: 20_000, quiet: 500)
            #expect(String(decoding: first, as: UTF8.self).contains("\u{1b}[4 q"))
            switch ending {
            case "SIGTERM": terminal.signal(SIGTERM)
            case "SIGSEGV": terminal.signal(SIGSEGV)
            default: terminal.type(ending)
            }
            let last = await terminal.bytes(first: 5_000, quiet: 200)
            #expect(String(decoding: last, as: UTF8.self).contains("\u{1b}[0 q"))
        }
    }

    @Test("q ends with status 0")
    func status() async throws {
        try await ShellInTerminal.run { shell in
            try await shell.startExplorer()
            try await shell.terminal.press("q")
            try await shell.waitForPrompt()
            #expect(try await shell.lines(of: "echo $?") == ["0"])
        }
    }

    @Test("After a signal, and after a crash", arguments: ["TERM", "HUP", "INT", "QUIT", "SEGV", "ABRT", "ILL"])
    func signals(name: String) async throws {
        try await ShellInTerminal.run(variables: ["SWIFT_BACKTRACE": "enable=no"]) { shell in
            let before = try await shell.settings()
            let identifier = try await shell.startExplorer()
            try await Program(named: "bash").output(["-c", "kill -s \(name) \(identifier)"])
            try await shell.waitForPrompt()
            #expect(try await shell.leftBehind() == [])
            #expect(try await shell.settings() == before)
        }
    }

    @Test("Ctrl-Z gives the shell its terminal back, and fg the explorer its screen")
    func suspension() async throws {
        try await ShellInTerminal.run { shell in
            let before = try await shell.settings()
            try await shell.startExplorer()
            try await shell.terminal.press("2")
            try await shell.terminal.wait(for: ExplorerScreens.table)
            let table = try await shell.terminal.screen()
            for _ in 1...2 {
                try await shell.terminal.press("C-z")
                try await shell.waitForPrompt()
                #expect(try await shell.leftBehind() == [])
                #expect(try await shell.settings() == before)
                try await shell.terminal.enter("fg")
                try await shell.terminal.wait(for: "#{alternate_on}", toBe: "1")
                try await shell.terminal.wait(for: "the screen of before") { $0 == table }
            }
            try await shell.terminal.press("q")
            try await shell.waitForPrompt()
            #expect(try await shell.leftBehind() == [])
            #expect(try await shell.settings() == before)
        }
    }

    @Test("When the terminal goes away the explorer ends")
    func hangUp() async throws {
        let identifier = try await ShellInTerminal.run { shell in try await shell.startExplorer() }
        let isGone: Bool? = try await Deadline.hang.poll {
            // Gone, or dead and not yet fetched by its parent.
            guard let status = try? String(contentsOf: URL(fileURLWithPath: "/proc/\(identifier)/stat"), encoding: .utf8) else {
                return true
            }
            return status.split(separator: ")").last?.hasPrefix(" Z") == true ? true : nil
        }
        #expect(isGone == true)
    }
}
