/// What stops a test before it can judge anything.
public enum TestSupportError: Error, Hashable, Sendable {
    /// No program of that name is on PATH.
    case notFound(program: String)
    /// The program cannot be started; the code is an `errno`.
    case cannotStart(program: String, code: Int32)
    /// The program was still running when its time was over, and was killed.
    case timedOut(command: String, output: String)
    /// A program that the tests lean on ended with another status than 0.
    case failed(command: String, message: String)
    /// The terminal never came to show what was waited for; the screen is the last one seen.
    case neverShown(what: String, screen: String)
}

extension TestSupportError: CustomStringConvertible {
    /// What happened, with what the program or the terminal said last.
    public var description: String {
        switch self {
        case .notFound(let program): "there is no '\(program)' on PATH: `make test` installs what the tests need"
        case .cannotStart(let program, let code): "\(program) cannot be started: errno \(code)"
        case .timedOut(let command, let output): "still running and killed: \(command)\n\(output)"
        case .failed(let command, let message): "\(command): \(message)"
        case .neverShown(let what, let screen): "the terminal never showed \(what); it shows:\n\(screen)"
        }
    }
}
