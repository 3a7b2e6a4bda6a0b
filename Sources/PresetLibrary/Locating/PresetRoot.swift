/// A folder that presets are read from.
public struct PresetRoot: Hashable, Sendable {
    /// Who put the folder on the list.
    public enum Origin: String, Hashable, Sendable, CaseIterable {
        /// It came with the program.
        case shipped
        /// It is the user's own, and need not exist.
        case user
        /// The command line named it.
        case commandLine = "command line"
    }

    /// The path of the folder.
    public let directory: String

    /// Who put it on the list.
    public let origin: Origin

    /// Makes a root.
    public init(directory: String, origin: Origin) {
        self.directory = directory
        self.origin = origin
    }
}
