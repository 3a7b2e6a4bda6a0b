import Digest
import Precision

/// An accuracy that a user has brought: from a framework of their own, or from another paper.
public struct ImportedAccuracy: Hashable, Sendable {
    /// The design point.
    public let point: DesignPoint
    /// Who says so: a name of the user's choice, which tells several accuracies of one point apart.
    public let source: String
    /// Correctly classified test images, in percent.
    public let accuracyPercent: Double
    /// The number of test images, if it is known.
    public let testImages: Int?
    /// The number of runs that it is a mean of.
    public let seeds: Int
    /// What else is to be said of it.
    public let note: String?
    /// When it was imported, in UTC, as ISO 8601.
    public let importedAt: String

    /// Makes an accuracy; float32 has no radix points, so that its radix policy is always `global`.
    public init(
        point: DesignPoint, source: String, accuracyPercent: Double, testImages: Int? = nil, seeds: Int = 1, note: String? = nil,
        importedAt: String
    ) {
        self.point = DesignPoint(
            network: point.network, dataset: point.dataset, precision: point.precision,
            radix: point.precision == .float32 ? .global : point.radix)
        self.source = source
        self.accuracyPercent = accuracyPercent
        self.testImages = testImages
        self.seeds = seeds
        self.note = note
        self.importedAt = importedAt
    }

    /// The name of the row in the store: SHA-256, in hexadecimal, of the point and the source. One imported again takes its place.
    public var key: String {
        let lines = ["imported", point.dataset, point.reference.name, source]
        return SHA256.digest(of: lines.joined(separator: "\n")).hexadecimal
    }

    /// The accuracy as points carry it.
    public var accuracy: Accuracy {
        Accuracy(
            percent: accuracyPercent, source: .imported, origin: source + (note.map { ": \($0)" } ?? ""), testImages: testImages,
            seeds: seeds, converged: true)
    }

    /// Whether another says the same of the same point, whenever it was imported.
    public func saysTheSame(as other: ImportedAccuracy) -> Bool {
        key == other.key && accuracyPercent == other.accuracyPercent && testImages == other.testImages && seeds == other.seeds
            && note == other.note
    }
}
