import Networks

/// Why a data set cannot be read, imported, found or made.
public indirect enum DatasetError: Error, Hashable, Sendable {
    /// The operating system refused: what was tried, on which file, and its words.
    case system(operation: String, path: String, reason: String)
    /// Something that is not an ordinary file, such as a folder, a pipe or a device.
    case notAFile(path: String)
    /// A folder holds none of the files of which one is needed.
    case missingFile(folder: String, names: [String])
    /// Files of no known format.
    case unknownFormat(folder: String, expected: [String])
    /// A file that does not begin as its format does.
    case wrongMagic(file: String, found: UInt32, expected: UInt32, format: String)
    /// A number in a header, or a size made from such numbers, that is outside what is read.
    case outOfRange(file: String, offset: Int, what: String, found: Int, allowed: ClosedRange<Int>)
    /// A file that ends early; `offset` is where it ends, counted after decompression.
    case truncated(file: String, offset: Int, what: String, expected: Int)
    /// A file that goes on behind its last value; `offset` is the first byte too many.
    case trailingBytes(file: String, offset: Int)
    /// A compressed file that ends early; `offset` counts compressed bytes.
    case truncatedCompression(file: String, offset: Int)
    /// Compressed data that is damaged; `offset` counts compressed bytes.
    case damagedCompression(file: String, offset: Int, reason: String)
    /// What is wrong with a file of an archive, which was taken out into a folder that nobody need know of.
    case inArchive(String, folder: String, DatasetError)
    /// An archive whose member header is damaged or of another format; `offset` is counted after decompression.
    case damagedArchive(file: String, offset: Int, reason: String)
    /// An archive that holds more files or bytes than any data set does.
    case archiveTooLarge(file: String, what: String, most: Int)
    /// A MATLAB file that is damaged or was saved in a way that is not read.
    case damagedMatlabFile(file: String, offset: Int, reason: String)
    /// A label that is no class.
    case labelOutOfRange(file: String, offset: Int, label: Int, classCount: Int)
    /// As many images as labels are needed.
    case countMismatch(imageFile: String, images: Int, labelFile: String, labels: Int)
    /// Training and test images of different sizes.
    case shapeMismatch(trainFile: String, train: Shape, testFile: String, test: Shape)
    /// Values that do not make a data set.
    case inconsistent(dataset: String, problem: String)
    /// A name that cannot name a data set of one's own.
    case invalidName(String)
    /// A data set that is part of the program and so cannot be imported.
    case builtIn(String)
    /// A data set that nobody offers for download.
    case notOffered(String, offered: [String])
    /// A download that did not come to its end; what has arrived is kept.
    case downloadFailed(address: String, reason: String, kept: Int)
    /// A data set that another process is downloading.
    case busy(name: String)
    /// A download that is not the published file.
    case wrongDownload(address: String, problem: String)
    /// A data set that has not been imported.
    case absent(name: String, directory: String)
    /// A name that is neither a known data set nor one that was imported.
    case unknownName(String, known: [String])
    /// An imported data set whose content is not what was imported.
    case changed(name: String, directory: String, found: String, expected: String)
    /// The note that an import leaves beside its files cannot be read.
    case damagedRecord(path: String, reason: String)
    /// A parameter of a procedural data set outside what it can be.
    case invalidParameter(what: String, found: String, allowed: String)
}
