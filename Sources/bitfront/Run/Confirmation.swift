#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A question to the person at the terminal.
enum Confirmation {
    /// Whether there is a terminal to ask at, and to answer from.
    static var canBeAsked: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Asks; an empty answer is a yes, the end of input a no.
    static func ask(_ question: String) -> Bool {
        _ = Output.writeAll("\(question) [Y/n] ", to: STDERR_FILENO)
        guard let answer = readLine() else { return false }
        return ["", "y", "yes"].contains(answer.lowercased().filter { !$0.isWhitespace })
    }
}
