import HardwareModel

/// An accelerator that was made of another by changes, and its name.
public struct Scenario: Hashable, Sendable {
    /// The name that it is to have.
    public let name: String
    /// What it is.
    public let accelerator: Accelerator
    /// What it was made of.
    public let basis: Accelerator
    /// The changes as they are typed, as `clock=500 sb=64`.
    public let changes: String
    /// What it is called in a heading: the title of what it was made of may tell of the clock and the size that it had.
    public var title: String { "\(basis.name) with \(changes)" }
    /// Whether it takes the place of the user's own accelerator of that name.
    public var replaces = false
}
