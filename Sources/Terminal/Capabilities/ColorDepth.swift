/// How many colours a terminal has, least first.
public enum ColorDepth: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// None, or none are wanted (`NO_COLOR`).
    case monochrome

    /// The named ones.
    case ansi16

    /// The xterm palette.
    case palette256

    /// Whether the first has fewer colours than the second.
    public static func < (first: ColorDepth, second: ColorDepth) -> Bool { first.rawValue < second.rawValue }
}
