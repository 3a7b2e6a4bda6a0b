import Foundation

/// What the system says of an error, without Foundation's wrapping: words that stand in the middle of a sentence of ours.
enum SystemWords {
    static func of(_ error: any Error) -> String {
        let error = error as NSError
        if let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error { return of(cause) }
        if let number = systemNumber(of: error) { return String(cString: strerror(number)) }
        let words = error.localizedFailureReason ?? error.localizedDescription
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }

    /// The system's number for an error; nil if it is none of the system's.
    private static func systemNumber(of error: NSError) -> Int32? {
        if error.domain == NSPOSIXErrorDomain { return Int32(truncatingIfNeeded: error.code) }
        guard error.domain == NSCocoaErrorDomain else { return nil }
        return switch CocoaError.Code(rawValue: error.code) {
        case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
        case .fileReadNoPermission, .fileWriteNoPermission: EACCES
        case .fileReadInvalidFileName, .fileWriteInvalidFileName: ENAMETOOLONG
        case .fileReadTooLarge: EFBIG
        case .fileWriteFileExists: EEXIST
        case .fileWriteOutOfSpace: ENOSPC
        case .fileWriteVolumeReadOnly: EROFS
        default: nil
        }
    }
}
