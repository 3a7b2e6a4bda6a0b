import DesignSpace

/// What stays the same of a row when its study is loaded again, so that selection and marks survive it.
public struct PointIdentity: Hashable, Sendable {
    /// The design point.
    public let point: DesignPoint

    /// Where its accuracy comes from; nil while it has none.
    public let source: Accuracy.Source?

    /// The source of an import, or the recipe of runs; nil for others.
    public let detail: String?

    /// The place among rows that are equal in all of it.
    public let ordinal: Int
}
