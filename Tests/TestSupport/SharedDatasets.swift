import Foundation

/// The published data sets that lie beside the checkout and never inside it: `../shared/datasets`.
public enum SharedDatasets {
    /// Whether this is a continuous-integration run, where data that is missing is a failure and not a reason to skip.
    public static var isContinuousIntegration: Bool { ProcessInfo.processInfo.environment["CI"] == "true" }

    /// The folder `../shared/datasets`, seen from the package's root; it need not exist.
    public static let directory: URL = {
        let packageRoot = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return packageRoot.deletingLastPathComponent().appending(path: "shared/datasets", directoryHint: .isDirectory)
    }()

    /// The folder of one data set, as `mnist`; nil if it is not there.
    public static func folder(_ name: String) -> URL? {
        let folder = directory.appending(path: name, directoryHint: .isDirectory)
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }

    /// Whether a test that needs a data set is to run: it is there, or this is CI, where the test then fails.
    ///
    /// For `.enabled(if: SharedDatasets.mustRun("mnist"), Comment(rawValue: SharedDatasets.reasonToSkip("mnist")))`.
    public static func mustRun(_ name: String) -> Bool { folder(name) != nil || isContinuousIntegration }

    /// What to say when such a test is skipped.
    public static func reasonToSkip(_ name: String) -> String {
        "no \(name) in \(directory.path): put the published files there, or set CI=true to have this fail"
    }
}
