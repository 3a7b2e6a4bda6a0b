/// Why a command ends without having done what it was asked for.
struct CommandFailure: Error {
    /// The exit statuses of the command line's contract.
    enum Status: Int32 {
        /// It ran, but what was checked does not hold.
        case doesNotHold = 1
        /// Something failed in running.
        case failed = 2
        /// The command line is wrong.
        case usage = 64
        /// An input file is wrong.
        case input = 65
    }

    let status: Status

    /// What went wrong, where, and what to do; empty if the output has said it already.
    let message: String

    init(_ status: Status, _ message: String = "") {
        self.status = status
        self.message = message
    }

    /// Says the message on standard error.
    func report() {
        guard !message.isEmpty else { return }
        Diagnostics.write("bitfront: \(message)")
    }
}
