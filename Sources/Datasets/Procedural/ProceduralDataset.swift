import Networks

/// The data sets that the program makes itself, so that a machine without data can run a real experiment.
///
/// Their pixels come from whole numbers and from additions, multiplications, divisions and square roots, which IEEE 754 rounds
/// the same way everywhere; no function of the mathematical library takes part. So they are the same bytes on every machine.
public enum ProceduralDataset: String, Hashable, Sendable, CaseIterable {
    /// Drawn digits, 28×28×1, for LeNet.
    case digits
    /// Coloured figures before a background, 32×32×3, for ConvNet and ALEX.
    case objects

    /// The number of classes of each.
    static let classCount = 10

    /// What it is.
    public var title: String {
        switch self {
        case .digits: "drawn digits, made by the program"
        case .objects: "coloured figures, made by the program"
        }
    }

    /// The shape of its images.
    public var imageShape: Shape {
        switch self {
        case .digits: Shape(height: 28, width: 28, channels: 1)
        case .objects: Shape(height: 32, width: 32, channels: 3)
        }
    }

    /// The settings behind the plain name: seed 1, 10,000 training and 2,000 test images.
    public var standard: ProceduralSettings {
        switch self {
        case .digits: .standardDigits
        case .objects: .standardObjects
        }
    }

    /// Makes the data set; about a tenth of the images is of each class.
    ///
    /// - Throws: `DatasetError.inconsistent`, which does not happen with valid settings.
    public func generate(_ settings: ProceduralSettings) throws(DatasetError) -> ImageDataset {
        try ImageDataset(
            name: ProceduralName(self, settings).text, imageShape: imageShape, classCount: Self.classCount,
            train: images(settings.trainCount, split: 0, settings), test: images(settings.testCount, split: 1, settings))
    }

    private func images(_ count: Int, split: Int, _ settings: ProceduralSettings) -> LabelledImages {
        let labels = Self.labels(count, split: split, seed: settings.seed)
        var pixels: [UInt8] = []
        pixels.reserveCapacity(count * imageShape.count)
        for (index, label) in labels.enumerated() {
            var random = RandomSource(seed: settings.seed, split: split, index: index)
            switch self {
            case .digits: pixels += DigitPainter.paint(Int(label), difficulty: settings.difficulty, random: &random)
            case .objects: pixels += ObjectPainter.paint(Int(label), difficulty: settings.difficulty, random: &random)
            }
        }
        return LabelledImages(pixels: pixels, labels: labels)
    }

    /// Every ten images hold each class once, in random order.
    private static func labels(_ count: Int, split: Int, seed: UInt64) -> [UInt8] {
        var random = RandomSource(seed: ~seed, split: split, index: 0)
        var labels: [UInt8] = []
        while labels.count < count {
            var block = (0..<classCount).map(UInt8.init)
            for last in stride(from: block.count - 1, to: 0, by: -1) { block.swapAt(last, random.index(below: last + 1)) }
            labels += block.prefix(count - labels.count)
        }
        return labels
    }
}
