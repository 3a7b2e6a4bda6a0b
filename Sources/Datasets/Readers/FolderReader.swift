import FoundationEssentials

/// What reads one format of data set from the folder its files lie in.
///
/// A format is added by conforming to this and listing it in `DatasetFormat`.
package protocol FolderReader: Sendable {
    /// What the format's files are, for a message: `train-images-idx3-ubyte[.gz] and ...`.
    var expectation: String { get }

    /// The names of the data set's files in a folder.
    ///
    /// - Throws: `DatasetError.missingFile` naming the first that is not there.
    func files(in folder: URL) throws(DatasetError) -> [String]

    /// Reads the data set under a name.
    ///
    /// - Parameter classCount: the number of classes; nil to take it from the training labels.
    /// - Throws: `DatasetError` with file and byte.
    func read(name: String, classCount: Int?, in folder: URL) throws(DatasetError) -> ImageDataset
}
