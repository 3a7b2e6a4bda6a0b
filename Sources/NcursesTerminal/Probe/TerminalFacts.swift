import CNcurses
import Glibc

/// What a process can find out about the terminal it runs in.
public struct TerminalFacts: Hashable, Sendable {
    /// Whether standard input is a terminal.
    public var inputIsTerminal: Bool

    /// Whether standard output is a terminal.
    public var outputIsTerminal: Bool

    /// The value of `TERM`; nil if it is unset or empty.
    public var terminal: String?

    /// The name of the character encoding that the locale asks for.
    public var encoding: String

    /// Whether colours are unwanted: `NO_COLOR` is set and not empty (no-color.org).
    public var refusesColor: Bool

    /// What terminfo says; nil if it has no entry for the terminal.
    public var description: Description?

    /// What terminfo says about a terminal.
    public struct Description: Hashable, Sendable {
        /// Whether the cursor can be moved and the screen cleared.
        public var isAddressable: Bool

        /// The number of colours; 0 for none.
        public var colors: Int

        /// Whether it reports the mouse.
        public var hasMouse: Bool

        /// What terminfo says about a terminal.
        public init(isAddressable: Bool, colors: Int, hasMouse: Bool) {
            self.isAddressable = isAddressable
            self.colors = colors
            self.hasMouse = hasMouse
        }
    }

    /// What has been found out.
    public init(
        inputIsTerminal: Bool, outputIsTerminal: Bool, terminal: String?, encoding: String, refusesColor: Bool,
        description: Description?
    ) {
        self.inputIsTerminal = inputIsTerminal
        self.outputIsTerminal = outputIsTerminal
        self.terminal = terminal
        self.encoding = encoding
        self.refusesColor = refusesColor
        self.description = description
    }

    /// What this process finds; sets the process's locale for characters from the environment.
    ///
    /// To be called while no display is open.
    public static func current() -> TerminalFacts {
        let terminal = environmentValue("TERM")
        return TerminalFacts(
            inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1, terminal: terminal,
            encoding: String(cString: bf_encoding()), refusesColor: environmentValue("NO_COLOR") != nil,
            description: terminal.flatMap(describe))
    }

    private static func describe(_ terminal: String) -> Description? {
        let information = bf_terminal_inspect(terminal)
        guard information.known else { return nil }
        return Description(isAddressable: information.addressable, colors: Int(information.colors), hasMouse: information.mouse)
    }

    private static func environmentValue(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }
}
