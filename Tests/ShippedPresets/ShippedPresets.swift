import DesignSpace
import Foundation
import PresetLibrary

/// The presets of this checkout, as the tests use them; a user's own presets do not count.
public enum ShippedPresets {
    /// What is wrong with the shipped presets.
    public struct Broken: Error {
        /// The problems, worded.
        public let problems: [String]
    }

    private static let library = PresetLibrary.load(roots: [PresetRoot(directory: directory, origin: .shipped)])

    /// The path of `Presets`.
    public static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Presets").path

    /// Everything that the shipped presets describe.
    ///
    /// - Throws: `Broken` if one of them has a problem.
    public static func catalogue() throws -> Catalogue {
        guard library.problems.isEmpty else { throw Broken(problems: library.problems.map(\.description)) }
        return library.catalogue
    }
}
