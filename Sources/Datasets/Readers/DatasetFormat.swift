import FoundationEssentials

/// The formats of files that data sets are read from.
public enum DatasetFormat: String, Hashable, Sendable, Codable, CaseIterable {
    /// The format of MNIST: images and labels in four IDX files.
    case idx
    /// The record layout of CIFAR-10's binary version.
    case cifar
    /// SVHN's cropped form: images and labels in two MATLAB 5 files.
    case matlab

    /// What reads it.
    var reader: any FolderReader {
        switch self {
        case .idx: IDXReader()
        case .cifar: CIFARReader()
        case .matlab: MATReader()
        }
    }

    /// The format whose files lie in a folder.
    ///
    /// - Throws: `DatasetError.unknownFormat` if they are of none.
    static func detect(in folder: URL) throws(DatasetError) -> DatasetFormat {
        for format in allCases where (try? format.reader.files(in: folder)) != nil { return format }
        throw .unknownFormat(folder: folder.path, expected: allCases.map(\.reader.expectation))
    }
}
