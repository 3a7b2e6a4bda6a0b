/// A network's predictions over labelled images.
public struct Evaluation: Hashable, Sendable {
    /// The predicted class of each image.
    public let predictions: [UInt8]
    /// The images whose class was predicted.
    public let correct: Int
    /// The same, by class.
    public let correctByClass: [Int]
    /// The images of each class.
    public let countByClass: [Int]

    /// Compares predictions with labels.
    init(predictions: [UInt8], labels: [UInt8], classCount: Int) {
        var correctByClass = [Int](repeating: 0, count: classCount)
        var countByClass = correctByClass
        for (prediction, label) in zip(predictions, labels) where Int(label) < classCount {
            countByClass[Int(label)] += 1
            if prediction == label { correctByClass[Int(label)] += 1 }
        }
        self.predictions = predictions
        self.correctByClass = correctByClass
        self.countByClass = countByClass
        correct = correctByClass.reduce(0, +)
    }

    /// The number of images.
    public var count: Int { predictions.count }

    /// The share of the images whose class was predicted, in percent; 0 without images.
    public var accuracyPercent: Double { count == 0 ? 0 : 100 * Double(correct) / Double(count) }
}
