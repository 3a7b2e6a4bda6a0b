import Networks

/// Labelled images of one shape, known to fit each other.
public struct ImageSet: Hashable, Sendable {
    /// The most classes that a label of one byte can tell apart.
    public static let largestClassCount = 256

    /// The shape of every image.
    public let shape: Shape

    /// The number of classes; every label is below it.
    public let classCount: Int

    /// The pixels of all images, image by image: channel, then row, then column (CHW), 0 to 255.
    public let pixels: [UInt8]

    /// The class of each image, in the same order.
    public let labels: [UInt8]

    /// Puts images together.
    ///
    /// - Throws: `TrainingError.inconsistentImages` if shape, classes, pixels and labels do not fit.
    public init(shape: Shape, classCount: Int, pixels: [UInt8], labels: [UInt8]) throws(TrainingError) {
        let extents = [shape.height, shape.width, shape.channels]
        guard extents.allSatisfy({ (1...Shape.largestExtent).contains($0) }) else {
            throw .inconsistentImages(problem: "a shape of \(shape)")
        }
        guard (1...Self.largestClassCount).contains(classCount) else {
            throw .inconsistentImages(problem: "\(classCount) classes: use 1 to \(Self.largestClassCount)")
        }
        let expected = labels.count.multipliedReportingOverflow(by: shape.count)
        guard !expected.overflow, pixels.count == expected.partialValue else {
            throw .inconsistentImages(problem: "\(pixels.count) pixels do not make \(labels.count) images of \(shape)")
        }
        if let index = labels.firstIndex(where: { Int($0) >= classCount }) {
            throw .inconsistentImages(problem: "label \(labels[index]) of image \(index), expected 0 to \(classCount - 1)")
        }
        self.shape = shape
        self.classCount = classCount
        self.pixels = pixels
        self.labels = labels
    }

    /// The number of images.
    public var count: Int { labels.count }
}
