/// Where a text stops being JSON, and what should have stood there.
public struct JSONSyntaxError: Error, Hashable, Sendable {
    /// The place, in bytes from the start.
    public let offset: Int
    /// What was expected, in words.
    public let expected: String
}
