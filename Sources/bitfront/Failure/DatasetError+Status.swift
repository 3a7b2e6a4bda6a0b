import Datasets

extension DatasetError {
    /// The exit status of a command that ends with this error.
    var status: CommandFailure.Status {
        switch self {
        case .system, .absent, .changed: .failed
        case .invalidName, .builtIn, .unknownName, .invalidParameter: .usage
        case .notAFile, .missingFile, .unknownFormat, .wrongMagic, .outOfRange, .truncated, .trailingBytes, .truncatedGzip,
            .damagedGzip, .labelOutOfRange, .countMismatch, .shapeMismatch, .inconsistent, .damagedRecord:
            .input
        }
    }
}
