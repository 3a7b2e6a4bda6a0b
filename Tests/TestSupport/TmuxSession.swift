import Foundation

/// A terminal: a detached tmux server with a socket and a configuration of its own, in which one command runs.
public struct TmuxSession: Sendable {
    /// The size of a terminal in characters.
    public struct Size: Hashable, Sendable {
        /// Characters in a line.
        public let columns: Int
        /// Lines.
        public let rows: Int

        /// Makes a size.
        public init(_ columns: Int, _ rows: Int) {
            self.columns = columns
            self.rows = rows
        }
    }

    private let tmux: Program
    private let socket: String

    /// Opens a terminal, runs something with it, and ends it, which hangs up on the command if it still runs.
    ///
    /// - Parameters:
    ///   - command: the command and its arguments; it gets exactly the environment, and TERM is tmux-256color unless that says otherwise.
    ///   - directory: where the command runs.
    public static func run<Result>(
        _ command: [String], size: Size = Size(80, 24), environment: [String: String], in directory: URL,
        isolation: isolated (any Actor)? = #isolation, _ body: (TmuxSession) async throws -> Result
    ) async throws -> Result {
        try await withTemporaryDirectory { folder in
            let session = try TmuxSession(socket: folder.appending(path: "socket").path)
            try await session.start(command, size: size, environment: environment, in: directory)
            do {
                let result = try await body(session)
                try? await session.end()
                return result
            } catch {
                try? await session.end()
                throw error
            }
        }
    }

    private init(socket: String) throws {
        tmux = try Program(named: "tmux")
        self.socket = socket
    }

    private func start(_ command: [String], size: Size, environment: [String: String], in directory: URL) async throws {
        let variables = environment.merging(["TERM": "tmux-256color"]) { given, _ in given }.map { "\($0.key)=\($0.value)" }
        try await ask(
            ["-f", "/dev/null", "new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)", "-c", directory.path]
                + ["/usr/bin/env", "-i"] + variables.sorted() + command)
        try await ask(["set-option", "-g", "status", "off"])
        try await ask(["set-option", "-s", "escape-time", "0"])
        // What a command copies is found in the newest of tmux's buffers.
        try await ask(["set-option", "-s", "set-clipboard", "on"])
        // The line of the status bar goes to the command, whose size would be one line short otherwise.
        try await resize(to: size)
    }

    /// Ends the server; the command's terminal hangs up.
    public func end() async throws { try await ask(["kill-server"]) }

    @discardableResult
    private func ask(_ arguments: [String]) async throws -> String {
        try await tmux.output(["-u", "-S", socket] + arguments)
    }

    /// Presses keys, by tmux's names: `q`, `Enter`, `C-c`, `Escape`, `Down`.
    public func press(_ keys: String...) async throws { try await ask(["send-keys"] + keys) }

    /// Types a line as it stands and ends it with Enter.
    public func enter(_ line: String) async throws {
        try await ask(["send-keys", "-l", line])
        try await press("Enter")
    }

    /// Changes the terminal's size and waits until the terminal has it, of which the command is told by SIGWINCH.
    ///
    /// tmux puts it off for a quarter of a second where sizes follow each other quickly.
    public func resize(to size: Size) async throws {
        try await ask(["resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)"])
        let terminal = try await value(of: "#{pane_tty}")
        let stty = try Program(named: "stty")
        let done: Bool? = try await Deadline.hang.poll {
            try await stty.output(["-F", terminal, "size"]) == "\(size.rows) \(size.columns)\n" ? true : nil
        }
        if done == nil { throw TestSupportError.neverShown(what: "\(size.columns)x\(size.rows)", screen: try await screen()) }
    }

    /// What the terminal shows, a line each, blanks at the end of lines left out.
    public func screen() async throws -> String { try await ask(["capture-pane", "-p"]) }

    /// What the terminal shows with the escape sequences of its colours and attributes.
    public func styledScreen() async throws -> String { try await ask(["capture-pane", "-p", "-e"]) }

    /// A value that tmux knows, as `#{alternate_on}` or `#{cursor_flag}`.
    public func value(of format: String) async throws -> String {
        try await ask(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
    }

    /// Waits until the screen satisfies a condition.
    ///
    /// - Parameter what: what is waited for, for the error's words.
    /// - Returns: the screen that does.
    /// - Throws: `TestSupportError.neverShown` at the deadline.
    @discardableResult
    public func wait(
        for what: String, isolation: isolated (any Actor)? = #isolation,
        until condition: (String) -> Bool
    ) async throws -> String {
        var last = ""
        let found: String? = try await Deadline.hang.poll {
            last = try await screen()
            return condition(last) ? last : nil
        }
        guard let found else { throw TestSupportError.neverShown(what: what, screen: last) }
        return found
    }

    /// Waits until the screen shows something and two looks in a row show the same.
    ///
    /// - Returns: that screen.
    @discardableResult
    public func screenAtRest() async throws -> String {
        var last: String?
        return try await wait(for: "a screen at rest") { screen in
            defer { last = screen }
            return screen == last && screen.contains { !$0.isWhitespace }
        }
    }

    /// Waits until the screen shows a text.
    @discardableResult
    public func wait(for text: String) async throws -> String {
        try await wait(for: "'\(text)'") { $0.contains(text) }
    }

    /// Waits until a value that tmux knows is the expected one.
    public func wait(for format: String, toBe expected: String) async throws {
        var last = ""
        let found: Bool? = try await Deadline.hang.poll {
            last = try await value(of: format)
            return last == expected ? true : nil
        }
        if found == nil { throw TestSupportError.neverShown(what: "\(format) = \(expected)", screen: last) }
    }
}
