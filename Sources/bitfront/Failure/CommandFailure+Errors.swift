import Calibration
import Datasets
import DesignSpace
import ExperimentStore
import Experiments
import HardwareModel
import Precision
import PresetLibrary

extension CommandFailure {
    /// Runs a part of a command, giving its errors the status of the command line's contract.
    static func catching<Value>(_ body: () throws -> Value) throws(CommandFailure) -> Value {
        do {
            return try body()
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Words an error and gives it its status.
    init(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as FilterError: self.init(.usage, "the filter has a mistake\n\(error.description)")
        case let error as DesignSpaceError: self.init(.usage, error.description)
        case let error as PrecisionError: self.init(.usage, error.description)
        case let error as HardwareModelError: self.init(.usage, error.description)
        case let error as CalibrationError: self.init(.input, error.description)
        case let error as DatasetError: self.init(Status(error.cause), error.description)
        case let error as ExperimentStoreError: self.init(Status(error.cause), error.description)
        case let error as ExperimentsError: self.init(Status(error.cause), error.description)
        default: self.init(.failed, "\(error)")
        }
    }
}

extension CommandFailure.Status {
    /// The status of a command that a data set stopped.
    init(_ cause: DatasetError.Cause) {
        switch cause {
        case .request: self = .usage
        case .file: self = .input
        case .system: self = .failed
        }
    }
}

extension CommandFailure.Status {
    /// The status of a command that the store, or a file for it, stopped.
    init(_ cause: ExperimentStoreError.Cause) {
        switch cause {
        case .request: self = .usage
        case .file: self = .input
        case .running: self = .failed
        }
    }
}

extension CommandFailure.Status {
    /// The status of a command that an experiment stopped.
    init(_ cause: ExperimentsError.Cause) {
        switch cause {
        case .request: self = .usage
        case .file: self = .input
        case .running: self = .failed
        }
    }
}
