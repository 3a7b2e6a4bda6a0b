import Foundation

/// What a record says of the machine that made it.
enum Machine {
    /// The time in UTC, as ISO 8601.
    static var now: String { Date().formatted(.iso8601) }
}
