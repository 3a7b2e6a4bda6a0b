/// Weight, slant and the like of a cell's text; what a terminal lacks it leaves out.
public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit an attribute.
    public let rawValue: UInt8

    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier or brighter.
    public static let bold = Attributes(rawValue: 1 << 0)

    /// Reduced intensity.
    public static let dim = Attributes(rawValue: 1 << 1)

    /// Underlined.
    public static let underline = Attributes(rawValue: 1 << 2)

    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 1 << 3)

    /// Slanted.
    public static let italic = Attributes(rawValue: 1 << 4)
}
