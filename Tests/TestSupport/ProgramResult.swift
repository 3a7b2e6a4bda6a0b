/// How a program ended and what it wrote.
public struct ProgramResult: Hashable, Sendable {
    /// How a process ends.
    public enum Ending: Hashable, Sendable {
        /// By itself, with an exit status.
        case exited(Int32)
        /// By a signal.
        case signalled(Int32)
    }

    /// How it ended.
    public let ending: Ending

    /// What it wrote to stdout, as text; a byte that is not UTF-8 becomes U+FFFD.
    public let output: String

    /// What it wrote to stderr, likewise.
    public let errors: String

    /// The exit status; nil if a signal ended it.
    public var status: Int32? {
        if case .exited(let status) = ending { status } else { nil }
    }

    /// The lines of stdout.
    public var lines: [Substring] {
        output.split(separator: "\n", omittingEmptySubsequences: false).dropLast(output.hasSuffix("\n") ? 1 : 0)
    }
}
