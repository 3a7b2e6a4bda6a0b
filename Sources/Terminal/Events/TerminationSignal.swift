/// The signals that ask a program to end.
public enum TerminationSignal: Int32, Hashable, Sendable, CaseIterable {
    /// SIGHUP, or a terminal that is gone.
    case hangup = 1

    /// SIGINT, as from Ctrl-C.
    case interrupt = 2

    /// SIGQUIT, as from Ctrl-\.
    case quit = 3

    /// SIGTERM.
    case terminate = 15

    /// The signal's number, as POSIX fixes it for these four.
    public var number: Int32 { rawValue }
}
