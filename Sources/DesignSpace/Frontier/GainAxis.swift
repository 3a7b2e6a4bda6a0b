/// What a design is worth: the vertical axis of the frontier.
public enum GainAxis: String, Hashable, Sendable, CaseIterable {
    /// Accuracy in percent, of which more is better.
    case accuracy
    /// Error in percent, 100 less the accuracy, of which less is better.
    case error

    /// The figure of a row, in percent; nil if its accuracy is not known.
    public func value(of row: EvaluatedPoint) -> Double? {
        row.accuracy?.percent.map(value(ofPercent:))
    }

    /// The figure of an accuracy in percent, in percent.
    public func value(ofPercent percent: Double) -> Double { self == .accuracy ? percent : 100 - percent }
}
