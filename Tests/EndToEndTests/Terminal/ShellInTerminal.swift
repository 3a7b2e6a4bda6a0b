import Foundation
import TestSupport

/// A shell in a terminal, in which the program is started as a person would start it.
struct ShellInTerminal: Sendable {
    /// The terminal.
    let terminal: TmuxSession

    /// The home of the shell and the program.
    let sandbox: Sandbox

    private static let prompt = "ready>"

    /// Opens a terminal with a shell.
    ///
    /// - Parameter variables: added to the sandbox's environment, or in place of what it has.
    static func run<Result>(
        size: TmuxSession.Size = TmuxSession.Size(120, 40), variables: [String: String] = [:],
        isolation: isolated (any Actor)? = #isolation, _ body: (ShellInTerminal) async throws -> Result
    ) async throws -> Result {
        try await withSandbox { sandbox in
            var environment = sandbox.environment.merging(["TERM": "tmux-256color", "PS1": prompt]) { $1 }
            environment.merge(variables) { $1 }
            let shell = ["bash", "--norc", "--noprofile", "-i"]
            return try await TmuxSession.run(shell, size: size, environment: environment, in: sandbox.home) { terminal in
                let shell = ShellInTerminal(terminal: terminal, sandbox: sandbox)
                try await terminal.wait(for: prompt)
                return try await body(shell)
            }
        }
    }

    /// Runs a command of the shell to its end and returns the lines it printed.
    ///
    /// The lines go through a file: a terminal would break and cut them.
    @discardableResult
    func lines(of command: String) async throws -> [String] {
        let name = "out-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        try await terminal.enter("\(command) > \(name).partial; mv \(name).partial \(name)")
        let file = sandbox.home.appending(path: name)
        let found: String? = try await Deadline.hang.poll { try? String(contentsOf: file, encoding: .utf8) }
        guard let found else {
            throw TestSupportError.neverShown(what: "the end of \(command)", screen: try await terminal.screen())
        }
        return found.split(separator: "\n").map(String.init)
    }

    /// The terminal's settings, as `stty -a` prints them.
    func settings() async throws -> [String] { try await lines(of: "stty -a") }

    /// Starts the explorer and waits until it is there.
    ///
    /// - Returns: its process identifier.
    @discardableResult
    func startExplorer(_ arguments: String = "") async throws -> Int32 {
        try await terminal.enter("clear; bash -c 'echo $$ > identifier; exec \(BuiltPrograms.bitfront.path) \(arguments)'")
        try await terminal.wait(for: ExplorerScreens.any)
        try await terminal.screenAtRest()
        let text = try String(contentsOf: sandbox.home.appending(path: "identifier"), encoding: .utf8)
        return Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    /// Gives the explorer a command, and waits for words of what comes of it.
    func command(_ line: String, says words: String) async throws {
        try await terminal.press(":")
        try await terminal.enter(line)
        try await terminal.wait(for: words)
    }

    /// Waits until the explorer, of that process identifier, has done with all keys and sizes, and what it drew is on the screen.
    func waitForRest(_ identifier: Int32) async throws {
        func isAsleep() -> Bool {
            let text = try? String(contentsOf: URL(filePath: "/proc/\(identifier)/stat"), encoding: .utf8)
            return text?.split(separator: ")").last?.hasPrefix(" S") == true
        }
        var last: String?
        try await terminal.wait(for: "an explorer at rest") { screen in
            defer { last = screen }
            return isAsleep() && screen == last
        }
    }

    /// Waits until the explorer has gone from the screen and the shell asks again.
    func waitForPrompt() async throws {
        try await terminal.wait(for: "#{alternate_on}", toBe: "0")
        try await terminal.wait(for: "a prompt at the end") { screen in
            screen.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }?.hasPrefix(Self.prompt) == true
        }
    }

    /// What of the terminal's state differs from that of a terminal in which nothing ran; empty if all is as it was.
    func leftBehind() async throws -> [String] {
        let flags = [
            "alternate_on": "0", "cursor_flag": "1", "mouse_any_flag": "0", "insert_flag": "0", "keypad_flag": "0",
            "keypad_cursor_flag": "0", "wrap_flag": "1", "origin_flag": "0",
        ]
        var differences: [String] = []
        for (flag, expected) in flags.sorted(by: { $0.key < $1.key }) {
            let value = try await terminal.value(of: "#{\(flag)}")
            if value != expected { differences.append("\(flag) is \(value)") }
        }
        return differences
    }
}
