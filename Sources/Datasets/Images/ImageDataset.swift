import Digest
import Networks

/// Labelled images for training and for testing, known to fit each other.
public struct ImageDataset: Hashable, Sendable {
    /// The number of classes that a label of one byte can tell apart.
    public static let largestClassCount = 256

    /// The name on the command line and in records, as `mnist`.
    public let name: String

    /// The shape of every image.
    public let imageShape: Shape

    /// The number of classes; every label is below it.
    public let classCount: Int

    /// The images to train with.
    public let train: LabelledImages

    /// The images to test with.
    public let test: LabelledImages

    /// The SHA-256 of shape, class count, labels and pixels; the name does not count.
    public let sha256: SHA256Digest

    /// Puts a data set together.
    ///
    /// - Throws: `DatasetError.inconsistent` if pixels, labels, shape and classes do not fit.
    public init(
        name: String, imageShape: Shape, classCount: Int, train: LabelledImages, test: LabelledImages
    ) throws(DatasetError) {
        let extents = [imageShape.height, imageShape.width, imageShape.channels]
        guard extents.allSatisfy({ (1...ReadingLimits.largestExtent).contains($0) }) else {
            throw .inconsistent(
                dataset: name, problem: "images of \(imageShape): use extents of 1 to \(ReadingLimits.largestExtent)")
        }
        guard (1...Self.largestClassCount).contains(classCount) else {
            throw .inconsistent(dataset: name, problem: "\(classCount) classes: use 1 to \(Self.largestClassCount)")
        }
        for (split, images) in [("training", train), ("test", test)] {
            if let problem = Self.problem(of: images, imageShape: imageShape, classCount: classCount) {
                throw .inconsistent(dataset: name, problem: "\(split) images: \(problem)")
            }
        }
        self.name = name
        self.imageShape = imageShape
        self.classCount = classCount
        self.train = train
        self.test = test
        self.sha256 = Self.digest(imageShape: imageShape, classCount: classCount, splits: [train, test])
    }

    private static func problem(of images: LabelledImages, imageShape: Shape, classCount: Int) -> String? {
        let expected = images.count.multipliedReportingOverflow(by: imageShape.count)
        guard !expected.overflow, images.pixels.count == expected.partialValue else {
            return "\(images.pixels.count) pixels do not make \(images.count) images of \(imageShape)"
        }
        guard let index = images.labels.firstIndex(where: { Int($0) >= classCount }) else { return nil }
        return "label \(images.labels[index]) of image \(index), expected 0 to \(classCount - 1)"
    }

    /// The digest over the canonical content: a heading, four sizes, and for each split its count, labels and pixels.
    ///
    /// Sizes are 64-bit little-endian, so that no two different data sets give the same bytes.
    private static func digest(imageShape: Shape, classCount: Int, splits: [LabelledImages]) -> SHA256Digest {
        var computation = SHA256()
        computation.update("bitfront images 1\n".utf8)
        for size in [imageShape.height, imageShape.width, imageShape.channels, classCount] {
            computation.update(littleEndian: size)
        }
        for split in splits {
            computation.update(littleEndian: split.count)
            computation.update(split.labels)
            computation.update(split.pixels)
        }
        return computation.finalize()
    }
}

extension SHA256 {
    fileprivate mutating func update(littleEndian size: Int) {
        withUnsafeBytes(of: UInt64(size).littleEndian) { update($0) }
    }
}
