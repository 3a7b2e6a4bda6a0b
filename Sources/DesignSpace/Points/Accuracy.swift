import HardwareModel

/// How well a design point classifies, how sure that is, and who says so.
public struct Accuracy: Hashable, Sendable {
    /// Where an accuracy comes from; the four are never mixed up.
    public enum Source: String, Hashable, Sendable, CaseIterable {
        /// A figure of the study's paper.
        case published
        /// A run of this program.
        case measured
        /// A figure that a user brought.
        case imported
        /// An estimate.
        case predicted
    }

    /// Who says so and how it was found, which many accuracies of one import have in common.
    struct Provenance: Hashable {
        let source: Source
        let origin: String
        let testImages: Int?
        let seeds: Int?
        let converged: Bool
        /// The user's name for who says so, of an imported accuracy.
        var importedFrom: String?
    }

    let provenance: Shared<Provenance>

    /// Correctly classified test images, in percent; nil where a paper says that training failed and gives no figure.
    public let percent: Double?

    /// Where it comes from.
    public var source: Source { provenance.value.source }

    /// The table, the run or the file that says so, for a person.
    public var origin: String { provenance.value.origin }

    /// The user's name for who says so; nil for an accuracy that was not imported.
    public var importedFrom: String? { provenance.value.importedFrom }

    /// The number of test images, if it is known.
    public var testImages: Int? { provenance.value.testImages }

    /// The number of runs that the accuracy is a mean of; nil if nobody says.
    public var seeds: Int? { provenance.value.seeds }

    /// Whether training converged.
    public var converged: Bool { provenance.value.converged }

    /// Makes an accuracy.
    public init(percent: Double?, source: Source, origin: String, testImages: Int?, seeds: Int?, converged: Bool) {
        self.init(
            percent: percent,
            Shared(Provenance(source: source, origin: origin, testImages: testImages, seeds: seeds, converged: converged)))
    }

    init(percent: Double?, _ provenance: Shared<Provenance>) {
        self.percent = percent
        self.provenance = provenance
    }

    /// The 95 % interval, in percent, that test images drawn at random leave (Wilson's score interval); nil if unknown.
    public var interval: ClosedRange<Double>? { Self.interval(of: percent, testImages: testImages) }

    /// The interval of an accuracy over so many test images; nil if one of the two is not known.
    public static func interval(of percent: Double?, testImages: Int?) -> ClosedRange<Double>? {
        guard let percent, (0...100).contains(percent), let testImages, testImages > 0 else { return nil }
        let (share, count, z) = (percent / 100, Double(testImages), 1.959964)
        let centre = (share + z * z / (2 * count)) / (1 + z * z / count)
        let spread = (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot() * z / (1 + z * z / count)
        return max(0, centre - spread) * 100...min(1, centre + spread) * 100
    }

    /// Half the width of the interval, in points of percent.
    public var halfWidth: Double? { Self.halfWidth(of: percent, testImages: testImages) }

    /// Half the width of the interval of an accuracy over so many test images; nil if one of the two is not known.
    static func halfWidth(of percent: Double?, testImages: Int?) -> Double? {
        interval(of: percent, testImages: testImages).map { ($0.upperBound - $0.lowerBound) / 2 }
    }

    /// How much lower an accuracy is than another, in points of percent: a drop from 81.22 to 80.22 % is one point to the last digit.
    static func drop(to percent: Double, from base: Double) -> Double {
        // Percentages are binary numbers close to the decimal ones that are meant, and their difference shows it.
        ((base - percent) * 1e9).rounded() / 1e9
    }

    /// Half the width of the wider of two intervals, in points of percent; where the other accuracy lies further away, as an interval near
    /// 100 % reaches further down than up, how far it reaches that way; nil unless one is known.
    func tieWidth(with other: Accuracy) -> Double? {
        guard let percent, let otherPercent = other.percent else { return nil }
        let widest = [halfWidth, other.halfWidth].compactMap(\.self).max()
        if let widest, abs(percent - otherPercent) <= widest { return widest }
        func reach(_ interval: ClosedRange<Double>?, from own: Double, to end: Double) -> Double? {
            interval.map { end >= own ? $0.upperBound - own : own - $0.lowerBound }
        }
        let reaches = [reach(interval, from: percent, to: otherPercent), reach(other.interval, from: otherPercent, to: percent)]
        return reaches.compactMap(\.self).max()
    }

    /// Whether the difference to another accuracy is inside either interval, so that neither can be called better.
    public func ties(with other: Accuracy) -> Bool {
        guard let percent, let otherPercent = other.percent else { return false }
        return interval?.contains(otherPercent) ?? false || other.interval?.contains(percent) ?? false
            || percent == otherPercent
    }
}

extension Accuracy {
    /// The accuracy that a paper's row gives.
    init(published row: PublishedStudy.PointRow, testImages: Int) {
        self.init(
            percent: row.accuracyPercent, source: .published, origin: row.source, testImages: testImages, seeds: nil,
            converged: row.converged)
    }
}
