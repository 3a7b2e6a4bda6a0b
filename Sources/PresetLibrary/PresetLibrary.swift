import DesignSpace

/// The presets of a list of folders: what they describe, where each comes from, and what is wrong with some.
public struct PresetLibrary: Hashable, Sendable {
    /// One preset that was read without a problem.
    public struct Entry: Hashable, Sendable {
        /// What it describes.
        public let kind: PresetKind
        /// Its name.
        public let name: String
        /// The path of its file.
        public let file: String
        /// Who put its folder on the list.
        public let origin: PresetRoot.Origin
        /// Whether a later folder has a preset of its kind and name, which is in force instead.
        public internal(set) var isOverridden: Bool
    }

    /// Everything that is in force.
    public let catalogue: Catalogue

    /// Everything wrong, in the order of folders, files and lines. A file with a problem adds nothing to the catalogue; a preset of
    /// its name in an earlier folder stays in force.
    public let problems: [PresetProblem]

    /// The presets without a problem, by kind and name, an overridden one before the one that overrides it.
    public let entries: [Entry]

    /// Reads the presets of folders, later ones adding to and overriding earlier ones by kind and name.
    ///
    /// It never fails: what cannot be read is a problem. A user's folder that does not exist is none.
    public static func load(roots: [PresetRoot]) -> PresetLibrary {
        var loader = PresetLoader()
        for root in roots { loader.read(root) }
        return loader.library()
    }

    /// What is wrong with files, which may refer to the presets of folders and to each other; empty if they would be taken.
    public static func check(files: [String], roots: [PresetRoot]) -> [PresetProblem] {
        var loader = PresetLoader()
        for root in roots { loader.read(root) }
        for file in files { loader.read(file: file, origin: .commandLine, rank: roots.count) }
        return loader.library().problems.filter { files.contains($0.file) }
    }

    /// Whether a preset may have a name: letters, digits and + - _ . of which - and . are not the first, and no more than 64 of them.
    public static func isName(_ text: String) -> Bool { PresetName.isValid(text) }
}
