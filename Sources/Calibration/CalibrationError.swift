import HardwareModel

/// Why a cost table cannot be fitted.
public enum CalibrationError: Error, Hashable, Sendable {
    /// Fewer accelerators than a fit and a held-out prediction need.
    case tooFewDesigns(count: Int, needed: Int)
    /// A published figure that no cost can meet.
    case notPositive(precision: String, what: String, value: Double)
    /// The fit does not have one answer: a prior without any certainty.
    case singular
    /// The fitted costs make no table.
    case hardware(HardwareModelError)
}

extension CalibrationError: CustomStringConvertible {
    /// What went wrong, the value, and what would do.
    public var description: String {
        switch self {
        case .tooFewDesigns(let count, let needed):
            "\(count) accelerators in the study: a calibration needs at least \(needed); add rows under published: designs:"
        case .notPositive(let precision, let what, let value):
            "the \(what) of \(precision) is \(value): it must be more than zero"
        case .singular:
            "the costs are not determined: give every prior a relative uncertainty between zero and infinity"
        case .hardware(let error):
            error.description
        }
    }
}
