import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A question to the person at the terminal.
enum Confirmation {
    /// Whether there is a terminal to ask at, and to answer from.
    static var canBeAsked: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Asks; the end of input is a no.
    ///
    /// - Parameter usual: what an empty answer is.
    static func ask(_ question: String, usual: Bool = true) -> Bool {
        _ = Output.writeAll("\(question) [\(usual ? "Y/n" : "y/N")] ", to: STDERR_FILENO)
        guard let answer = readLine() else { return false }
        let word = answer.lowercased().filter { !$0.isWhitespace }
        return word.isEmpty ? usual : ["y", "yes"].contains(word)
    }

    /// Asks whether long work is to begin, unless the command line says so.
    ///
    /// - Parameter what: what is to be done, as `run 3 experiments`.
    /// - Throws: `CommandFailure` with status 2, which says what would be done, if not, or if nobody can be asked.
    static func beginning(_ what: String, yes: Bool) throws(CommandFailure) {
        guard !yes else { return }
        guard canBeAsked else { throw CommandFailure(.failed, "nothing was begun: would \(what); --yes does it") }
        guard ask("\(what)?") else { throw CommandFailure(.failed, "nothing was begun") }
    }

    /// Asks whether something is to be removed, unless the command line says so.
    ///
    /// - Throws: `CommandFailure` with status 2, which says what would be removed, if not, or if nobody can be asked.
    static func removing(_ what: String, yes: Bool) throws(CommandFailure) {
        guard !yes else { return }
        guard canBeAsked else { throw CommandFailure(.failed, "nothing was removed: would remove \(what); --yes does it") }
        guard ask("remove \(what.visible)?", usual: false) else { throw CommandFailure(.failed, "nothing was removed") }
    }
}
