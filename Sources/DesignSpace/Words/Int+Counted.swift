import Quantities

extension Int {
    /// So many of something, for a person: `1 result`, `2 results`, `0 accuracies`.
    ///
    /// - Parameters:
    ///   - one: what one of them is called.
    ///   - many: what several are called; nil for the one with an s.
    ///   - grouped: whether there are commas between thousands.
    public func counted(_ one: String, _ many: String? = nil, grouped: Bool = false) -> String {
        "\(grouped ? groupedText : String(self)) \(self == 1 ? one : many ?? one + "s")"
    }
}
