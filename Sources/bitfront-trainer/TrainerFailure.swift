import Datasets
import DesignSpace
import ExperimentStore
import Training

/// Why the worker ends without a result, with its exit status.
struct TrainerFailure: Error {
    /// The exit statuses, as the command line's contract has them.
    enum Status: Int32 {
        /// Something failed in running.
        case failed = 2
        /// What was asked for cannot be had.
        case usage = 64
        /// An input file is wrong.
        case input = 65
    }

    let status: Status

    /// What went wrong, where, and what to do.
    let message: String

    init(_ status: Status, _ message: String) {
        self.status = status
        self.message = message
    }

    /// Words another module's error.
    init(_ error: any Error, _ fallback: Status = .failed) {
        switch error {
        case let failure as TrainerFailure: self = failure
        case let error as DatasetError: self.init(Status(error.cause), error.description)
        case let error as TrainingError: self.init(.input, error.description)
        case let error as ExperimentStoreError: self.init(.failed, error.description)
        case let error as DesignSpaceError: self.init(.usage, error.description)
        default: self.init(fallback, "\(error)")
        }
    }

    /// Runs a step, wording what it throws.
    static func catching<Value>(_ fallback: Status = .failed, _ body: () throws -> Value) throws(TrainerFailure) -> Value {
        do {
            return try body()
        } catch {
            throw TrainerFailure(error, fallback)
        }
    }
}

extension TrainerFailure.Status {
    /// The status of a run that a data set stopped.
    init(_ cause: DatasetError.Cause) {
        switch cause {
        case .request: self = .usage
        case .file: self = .input
        case .system: self = .failed
        }
    }
}
