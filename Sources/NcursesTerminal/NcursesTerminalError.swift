import Glibc
import Terminal

/// Why a terminal cannot be driven.
public enum NcursesTerminalError: Error, Hashable, Sendable {
    /// One of the two ends of a terminal.
    public enum Stream: String, Hashable, Sendable {
        /// Where keys come from.
        case input

        /// Where the screen is drawn.
        case output
    }

    /// Standard input or output is a file, a pipe or closed.
    case notATerminal(Stream)

    /// `TERM` is not set.
    case terminalNotNamed

    /// terminfo does not know the value of `TERM`.
    case unknownTerminal(String)

    /// The terminal cannot move its cursor.
    case notAddressable(terminal: String)

    /// There is a display already; a process has one terminal.
    case alreadyOpen

    /// A system call failed with this `errno`.
    case system(code: Int32)
}

extension NcursesTerminalError: CustomStringConvertible {
    /// What went wrong, the value, and what would do.
    public var description: String {
        switch self {
        case .notATerminal(let stream):
            "standard \(stream.rawValue) is not a terminal: start the explorer from an interactive shell"
        case .terminalNotNamed: "TERM is not set: set it to the terminal's type, as in TERM=xterm-256color"
        case .unknownTerminal(let name):
            "TERM is '\(name.truncated(toColumns: 40))', which terminfo does not know: set it to a type listed by 'toe -a', "
                + "as in TERM=xterm-256color"
        case .notAddressable(let terminal):
            "TERM is '\(terminal.truncated(toColumns: 40))', a terminal that cannot move its cursor: use another terminal"
        case .alreadyOpen: "a display is open already: close it before another is opened"
        case .system(let code): "the terminal cannot be prepared: \(String(cString: strerror(code)))"
        }
    }
}
