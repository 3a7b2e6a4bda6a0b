import Foundation
import TestSupport

/// The programs as they were built together with the tests.
enum BuiltPrograms {
    /// Where they lie: beside the test bundle, which is an executable of its own; `BITFRONT_PROGRAMS` names another folder.
    static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["BITFRONT_PROGRAMS"] { return URL(fileURLWithPath: named) }
        return URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    }()

    /// The front end.
    static let bitfront = folder.appending(path: "bitfront")

    /// The worker that trains.
    static let trainer = folder.appending(path: "bitfront-trainer")
}
