/// One line of the list of data sets.
public struct DatasetEntry: Hashable, Sendable {
    /// Whether a data set can be loaded.
    public enum Availability: Hashable, Sendable {
        /// It is made by the program.
        case builtIn(ProceduralSettings)
        /// Its files have been imported.
        case present(ImportRecord)
        /// It is known, but its files have not been imported.
        case absent
        /// Its folder is there but cannot be used.
        case damaged(DatasetError)
    }

    /// The name on the command line.
    public let name: String

    /// What it is and who published it, or where it was imported from.
    public let title: String

    /// Whether it can be loaded.
    public let availability: Availability
}
