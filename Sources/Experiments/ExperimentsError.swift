import DesignSpace

/// Why an experiment cannot be asked for, or its worker ended without a result.
public enum ExperimentsError: Error, Hashable, Sendable {
    /// A network, a recipe or a data set that cannot be had.
    case request(DesignSpaceError)
    /// A grid of experiments with a mistake in it.
    case grid(GridMistake)
    /// The store's result of a point comes from other images than the data set of the same name holds today; the two SHA-256.
    case otherImages(point: String, dataset: String, trainedOn: String, found: String)
    /// A number of epochs that makes no sense.
    case epochsOutOfRange(Int, allowed: ClosedRange<Int>)
    /// The worker's program is at none of the places where it is looked for.
    case trainerNotFound(searched: [String])
    /// The system did not start the worker's program; its words.
    case cannotStart(program: String, reason: String)
    /// The worker said why it could not go on; the exit status says of what kind.
    case workerFailed(message: String, status: Int32)
    /// The worker was ended by a signal; its last words on standard error.
    case workerKilled(signal: Int32, lastWords: [String])
    /// The worker neither said nor computed anything for so long, and was killed; its last words.
    case workerHung(silence: Duration, lastWords: [String])
    /// The worker was asked to stop, had not stopped after so long, and was killed.
    case workerDidNotStop(after: Duration)
    /// The worker ended without saying why; its last words on standard error.
    case workerEnded(status: Int32, lastWords: [String])

    /// Whose business an error is, which decides the exit status of a command.
    public enum Cause: Hashable, Sendable {
        /// What was asked for cannot be had.
        case request
        /// An input file is wrong.
        case file
        /// Something failed in running.
        case running
    }

    /// Whose business it is.
    public var cause: Cause {
        switch self {
        case .request, .epochsOutOfRange, .workerFailed(_, status: 64): .request
        case .otherImages, .workerFailed(_, status: 65): .file
        case .grid: .request
        case .trainerNotFound, .cannotStart, .workerFailed, .workerKilled, .workerHung, .workerDidNotStop, .workerEnded: .running
        }
    }

    /// Whether the same experiment may well run if it is begun again: the worker broke, and did not say that it cannot be run.
    public var isWorthAnotherAttempt: Bool {
        switch self {
        case .workerKilled, .workerHung, .workerDidNotStop, .workerEnded: true
        default: false
        }
    }
}

extension ExperimentsError: CustomStringConvertible {
    /// What went wrong, where, and what to do.
    public var description: String {
        switch self {
        case .request(let error):
            error.description
        case .grid(let mistake):
            mistake.description
        case .otherImages(let point, let dataset, let trainedOn, let found):
            "the result of \(point) in the store was trained on other images than data set '\(dataset)' holds today (SHA-256 "
                + "\(trainedOn.prefix(12)), today \(found.prefix(12))): train it anew with 'bitfront run \(point) --dataset \(dataset) "
                + "--force' and the same options, or import the images of then again"
        case .epochsOutOfRange(let epochs, let allowed):
            "\(epochs.counted("epoch")): use \(allowed.lowerBound) to \(allowed.upperBound)"
        case .trainerNotFound(let searched):
            "the worker bitfront-trainer is not installed; looked for at \(searched.joined(separator: ", ")): "
                + "install bitfront again, or name it by \(TrainerLocator.overrideVariable)"
        case .cannotStart(let program, let reason):
            "\(program) cannot be started: \(reason)"
        case .workerFailed(let message, _):
            message
        case .workerKilled(let signal, let lastWords):
            "the worker was ended by signal \(signal)\(Self.name(of: signal)); run the same command again, which goes on at its last "
                + "checkpoint" + Self.text(of: lastWords)
        case .workerHung(let silence, let lastWords):
            "the worker hung: it neither said nor computed anything for \(silence.components.seconds) s and was killed; its experiment "
                + "goes on at its last checkpoint" + Self.text(of: lastWords)
        case .workerDidNotStop(let time):
            "the worker did not stop within \(time.components.seconds) s of being asked to and was killed; its experiment goes on at "
                + "its last checkpoint"
        case .workerEnded(let status, let lastWords):
            "the worker ended with status \(status) and no result" + Self.text(of: lastWords)
        }
    }

    private static func name(of signal: Int32) -> String {
        let names: [Int32: String] = [
            4: "SIGILL", 6: "SIGABRT", 7: "SIGBUS", 8: "SIGFPE", 9: "SIGKILL: perhaps memory has run out", 11: "SIGSEGV",
            15: "SIGTERM",
        ]
        return names[signal].map { " (\($0))" } ?? ""
    }

    private static func text(of lastWords: [String]) -> String {
        lastWords.isEmpty ? "" : "; its last words:\n" + lastWords.map { "  \($0)" }.joined(separator: "\n")
    }
}
