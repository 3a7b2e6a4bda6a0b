import Foundation
import TestSupport
import Testing

@Suite("Without a terminal, or with a plain one")
struct PlainTerminalTests {
    @Test("Without a terminal the table is printed: status 0")
    func noTerminal() async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("--study", "hashemi2017")
            #expect(result.status == 0)
            #expect(!result.output.contains("\u{1b}"))
            #expect(result.output == (try await sandbox.output("table", "--study", "hashemi2017")))
        }
    }

    @Test(
        "Without a terminal a tour is printed stop by stop, in ASCII where that is asked for: status 0",
        arguments: [[], ["--ascii"]])
    func printedTour(options: [String]) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run(["present"] + options)
            #expect(result.status == 0, "\(result.errors)")
            #expect(!result.output.contains("\u{1b}"))
            for place in 1...8 { #expect(result.output.contains("\(place) of 8"), "\(place)") }
            #expect(result.output.contains("One network, seven precisions"))
            #expect(!result.output.contains("n next") && !result.output.contains(" min\n"))
            #expect(result.output.allSatisfy(\.isASCII) == !options.isEmpty)
        }
    }

    @Test("With a terminal that cannot place the cursor the table is printed: status 0", arguments: ["dumb", "no-such-terminal"])
    func plainTerminal(name: String) async throws {
        try await ShellInTerminal.run(size: .init(200, 50)) { shell in
            let terminal = shell.terminal
            try await terminal.enter("TERM=\(name) \(BuiltPrograms.bitfront.path) --study hashemi2017; echo status=$?")
            let screen = try await terminal.wait(for: "status=0")
            #expect(screen.contains("ALEX++"))
            #expect(try await terminal.value(of: "#{alternate_on}") == "0")
        }
    }

    @Test("Where the locale is C everything is ASCII, on every screen", arguments: ["vt100", "tmux-256color"])
    func ascii(name: String) async throws {
        try await ShellInTerminal.run(variables: ["LANG": "C", "LC_ALL": "C", "TERM": name]) { shell in
            try await shell.startExplorer()
            for key in ["1", "2", "3", "4", "5", "?"] {
                try await shell.terminal.press(key)
                let screen = try await shell.terminal.screenAtRest()
                // Line drawing is the terminal's own character set, not text beyond ASCII.
                let odd = screen.filter { !$0.isASCII && !"─│┌┐└┘├┤┬┴┼".contains($0) }
                #expect(odd.isEmpty, "\(key): \(odd)")
            }
        }
    }

    @Test("With NO_COLOR no colour is set, on every screen")
    func noColor() async throws {
        try await ShellInTerminal.run(variables: ["NO_COLOR": "1"]) { shell in
            try await shell.startExplorer()
            for key in ["1", "2", "3", "4", "5", "?"] {
                try await shell.terminal.press(key)
                try await shell.terminal.screenAtRest()
                let screen = try await shell.terminal.styledScreen()
                #expect(!screen.contains(/\u{1b}\[([0-9;]*;)?(3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m/), "\(key)")
            }
        }
    }

    @Test("With a terminal of colours they are used")
    func color() async throws {
        try await ShellInTerminal.run { shell in
            try await shell.startExplorer()
            let screen = try await shell.terminal.styledScreen()
            #expect(screen.contains(/\u{1b}\[([0-9;]*;)?(3[0-8]|9[0-7])[0-9;]*m/))
        }
    }
}
