/// Where a text stands in a field wider than itself.
public enum TextAlignment: Hashable, Sendable {
    /// At the left end.
    case leading

    /// In the middle.
    case center

    /// At the right end.
    case trailing
}
