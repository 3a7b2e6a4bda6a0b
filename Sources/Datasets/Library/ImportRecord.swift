import Digest
import FoundationEssentials
import Networks

/// What is noted beside an imported data set's files: what they hold and where they came from.
public struct ImportRecord: Hashable, Sendable {
    /// The name of the note's file within the data set's folder.
    static let fileName = "import.json"

    /// The data set's name.
    public let name: String

    /// The format of its files.
    public let format: DatasetFormat

    /// The names of its files.
    public let files: [String]

    /// The path of the folder they were copied from.
    public let source: String

    /// When they were imported.
    public let importedAt: Date

    /// The shape of every image.
    public let imageShape: Shape

    /// The number of classes.
    public let classCount: Int

    /// The number of training images.
    public let trainCount: Int

    /// The number of test images.
    public let testCount: Int

    /// The digest of the content, `ImageDataset.sha256`.
    public let sha256: SHA256Digest

    /// Whether the files are the published ones.
    public let authenticity: Authenticity
}

extension ImportRecord: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, format, files, source, authenticity, sha256
        case importedAt = "imported_at"
        case imageHeight = "image_height"
        case imageWidth = "image_width"
        case imageChannels = "image_channels"
        case classCount = "class_count"
        case trainCount = "train_images"
        case testCount = "test_images"
    }

    /// Reads a note.
    ///
    /// - Throws: `DecodingError` for what is missing, of the wrong type, negative or no digest.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func count(_ key: CodingKeys) throws -> Int {
            let value = try container.decode(Int.self, forKey: key)
            guard (0...ReadingLimits.largestByteCount).contains(value) else {
                throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: "\(value) is no size")
            }
            return value
        }
        guard let digest = SHA256Digest(hexadecimal: try container.decode(String.self, forKey: .sha256)) else {
            throw DecodingError.dataCorruptedError(forKey: .sha256, in: container, debugDescription: "not 64 hexadecimal digits")
        }
        name = try container.decode(String.self, forKey: .name).withoutControlCharacters
        format = try container.decode(DatasetFormat.self, forKey: .format)
        files = try container.decode([String].self, forKey: .files).map(\.withoutControlCharacters)
        source = try container.decode(String.self, forKey: .source).withoutControlCharacters
        importedAt = try container.decode(Date.self, forKey: .importedAt)
        imageShape = Shape(
            height: try count(.imageHeight), width: try count(.imageWidth), channels: try count(.imageChannels))
        classCount = try count(.classCount)
        trainCount = try count(.trainCount)
        testCount = try count(.testCount)
        sha256 = digest
        authenticity = try container.decode(Authenticity.self, forKey: .authenticity)
    }

    /// Writes a note.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(format, forKey: .format)
        try container.encode(files, forKey: .files)
        try container.encode(source, forKey: .source)
        try container.encode(importedAt, forKey: .importedAt)
        try container.encode(imageShape.height, forKey: .imageHeight)
        try container.encode(imageShape.width, forKey: .imageWidth)
        try container.encode(imageShape.channels, forKey: .imageChannels)
        try container.encode(classCount, forKey: .classCount)
        try container.encode(trainCount, forKey: .trainCount)
        try container.encode(testCount, forKey: .testCount)
        try container.encode(sha256.hexadecimal, forKey: .sha256)
        try container.encode(authenticity, forKey: .authenticity)
    }
}
