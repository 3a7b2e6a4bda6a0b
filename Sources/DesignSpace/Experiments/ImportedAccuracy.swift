import Digest
import HardwareModel
import Precision

/// An accuracy that a user has brought: from a framework of their own, or from another paper.
public struct ImportedAccuracy: Hashable, Sendable {
    /// Who says so, of how many images and runs, and when: what the accuracies of one import have in common.
    package struct Testimony: Hashable, Sendable {
        fileprivate struct Content: Hashable {
            let source: String
            let testImages: Int?
            let seeds: Int?
            let note: String?
            let importedAt: String
            let provenance: Shared<Accuracy.Provenance>
        }

        fileprivate let content: Shared<Content>

        /// What is the same for accuracies that have it in common.
        var identity: ObjectIdentifier { ObjectIdentifier(content) }

        package init(source: String, testImages: Int?, seeds: Int?, note: String?, importedAt: String) {
            let provenance = Accuracy.Provenance(
                source: .imported, origin: source + (note.map { ": \($0)" } ?? ""), testImages: testImages, seeds: seeds,
                converged: true, importedFrom: source)
            content = Shared(
                Content(
                    source: source, testImages: testImages, seeds: seeds, note: note, importedAt: importedAt,
                    provenance: Shared(provenance)))
        }
    }

    let testimony: Testimony

    /// The design point.
    public let point: DesignPoint
    /// Correctly classified test images, in percent.
    public let accuracyPercent: Double
    /// Who says so: a name of the user's choice, which tells several accuracies of one point apart.
    public var source: String { testimony.content.value.source }
    /// The number of test images, if it is known.
    public var testImages: Int? { testimony.content.value.testImages }
    /// The number of runs that it is a mean of, if it is known.
    public var seeds: Int? { testimony.content.value.seeds }
    /// What else is to be said of it.
    public var note: String? { testimony.content.value.note }
    /// When it was imported, in UTC, as ISO 8601.
    public var importedAt: String { testimony.content.value.importedAt }

    /// Makes an accuracy; float32 has no radix points, so that its radix policy is always `global`.
    public init(
        point: DesignPoint, source: String, accuracyPercent: Double, testImages: Int? = nil, seeds: Int? = nil, note: String? = nil,
        importedAt: String
    ) {
        self.init(
            point: point, accuracyPercent: accuracyPercent,
            Testimony(source: source, testImages: testImages, seeds: seeds, note: note, importedAt: importedAt))
    }

    /// Makes an accuracy that has its testimony in common with others.
    package init(point: DesignPoint, accuracyPercent: Double, _ testimony: Testimony) {
        let isOfOneRadix = point.radix == .global || point.precision != .float32
        self.point =
            isOfOneRadix ? point : DesignPoint(network: point.network, dataset: point.dataset, precision: .float32)
        self.accuracyPercent = accuracyPercent
        self.testimony = testimony
    }

    /// The name of the row in the store: SHA-256, in hexadecimal, of the point and the source. One imported again takes its place.
    public var key: String { Self.digest(of: Self.keyText(of: point), source: source).hexadecimal }

    /// What the keys of all accuracies of a point begin to be digests of.
    package static func keyText(of point: DesignPoint) -> String {
        var text = "imported\n"
        text.reserveCapacity(64)
        text += point.dataset
        text += "\n"
        point.reference.append(to: &text)
        text += "\n"
        return text
    }

    private static func digest(of keyText: String, source: String) -> SHA256Digest {
        var computation = SHA256()
        computation.update(keyText.utf8)
        computation.update(source.utf8)
        return computation.finalize()
    }

    /// The digest that is the key of a point's accuracy from a source, whose name is given by its bytes.
    package static func digest(of keyText: String, source: UnsafeRawBufferPointer) -> SHA256Digest {
        var computation = SHA256()
        computation.update(keyText.utf8)
        computation.update(source)
        return computation.finalize()
    }

    /// The accuracy as points carry it.
    public var accuracy: Accuracy { Accuracy(percent: accuracyPercent, testimony.content.value.provenance) }

    /// Whether another says the same of the same point, whenever it was imported.
    public func saysTheSame(as other: ImportedAccuracy) -> Bool {
        key == other.key && accuracyPercent == other.accuracyPercent && testImages == other.testImages && seeds == other.seeds
            && note == other.note
    }
}
