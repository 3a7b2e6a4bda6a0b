import Quantities

/// What a paper says of one design point; nil where it says nothing or NA.
public struct PublishedFigures: Hashable, Sendable {
    /// Accuracy in percent.
    public var accuracyPercent: Double?
    /// Energy of one image.
    public var energy: Energy?
    /// Area of the accelerator.
    public var area: Area?
    /// Power of the accelerator.
    public var power: Power?
    /// The table that gives accuracy and energy; empty if none does.
    public var pointSource: String
    /// The table that gives area and power; empty if none does.
    public var designSource: String

    /// Makes figures.
    public init(
        accuracyPercent: Double? = nil, energy: Energy? = nil, area: Area? = nil, power: Power? = nil, pointSource: String = "",
        designSource: String = ""
    ) {
        self.accuracyPercent = accuracyPercent
        self.energy = energy
        self.area = area
        self.power = power
        self.pointSource = pointSource
        self.designSource = designSource
    }
}
