/// Images of one size, one after another, and the class of each.
public struct LabelledImages: Hashable, Sendable {
    /// The pixels of all images, image by image: channel, then row, then column (CHW), 0 to 255.
    public let pixels: [UInt8]

    /// The class of each image, in the same order.
    public let labels: [UInt8]

    /// Puts pixels and labels together; `ImageDataset` checks that they fit.
    public init(pixels: [UInt8], labels: [UInt8]) {
        self.pixels = pixels
        self.labels = labels
    }

    /// The number of images.
    public var count: Int { labels.count }

    /// How many images each class has.
    ///
    /// - Parameter classCount: the number of classes; labels beyond it are not counted.
    public func classCounts(of classCount: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: classCount)
        for label in labels where Int(label) < classCount { counts[Int(label)] += 1 }
        return counts
    }
}
