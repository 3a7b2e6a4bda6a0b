import Foundation

/// The checkout that the tests were built from.
public enum Checkout {
    /// The folder that holds Package.swift.
    public static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file or folder of the checkout, as `Presets/networks/alex.yaml`.
    public static func file(_ path: String) -> URL { root.appending(path: path) }
}
