import Foundation

/// What the system says of an error, without Foundation's wrapping.
enum SystemWords {
    static func of(_ error: any Error) -> String {
        let error = error as NSError
        if let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError { return of(cause) }
        if error.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(truncatingIfNeeded: error.code))) }
        return error.localizedFailureReason ?? error.localizedDescription
    }
}
