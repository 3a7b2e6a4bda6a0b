extension DatasetError {
    /// What has to change before the same thing can work.
    public enum Cause: Hashable, Sendable {
        /// What was asked for: a name or a parameter.
        case request
        /// The content of a file.
        case file
        /// The machine: a file that is not there or cannot be read.
        case system
    }

    /// Whether a folder has none of the files that are looked for.
    var isAbsenceOfFiles: Bool {
        switch self {
        case .missingFile, .unknownFormat: true
        default: false
        }
    }

    /// What has to change before the same thing can work.
    public var cause: Cause {
        switch self {
        case .inArchive(_, _, let error): error.cause
        case .invalidName, .builtIn, .unknownName, .invalidParameter, .notOffered: .request
        case .system, .absent, .changed, .downloadFailed, .busy: .system
        case .notAFile, .missingFile, .unknownFormat, .wrongMagic, .outOfRange, .truncated, .trailingBytes, .truncatedCompression,
            .damagedCompression, .damagedArchive, .archiveTooLarge, .damagedMatlabFile, .labelOutOfRange, .countMismatch,
            .shapeMismatch, .inconsistent,
            .damagedRecord, .wrongDownload:
            .file
        }
    }
}
