/// The version of bitfront, which both of its programs say and records keep.
public enum BitfrontVersion {
    /// The version of this source, as in `CHANGELOG.md`.
    public static let current = "0.1.0"
}
