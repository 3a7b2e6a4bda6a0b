import Quantities

/// Why an accelerator cannot be modelled.
public enum HardwareModelError: Error, Hashable, Sendable {
    /// A cost table without a price for these components.
    case missingComponents([Component])
    /// An area or an energy that is negative, not finite or absurdly large.
    case costOutOfRange(component: Component, what: String, value: Double)
    /// A parameter of the tile outside what the model covers.
    case parameterOutOfRange(what: String, value: Double, allowed: ClosedRange<Double>)
}

extension HardwareModelError: CustomStringConvertible {
    /// What went wrong, the value, and what would do.
    public var description: String {
        switch self {
        case .missingComponents(let components):
            "no cost for \(components.map(\.rawValue).joined(separator: ", ")): every component needs an area and an energy"
        case .costOutOfRange(let component, let what, let value):
            "\(component.rawValue): \(what) \(value.shortText) is out of range: use 0 to 1e12"
        case .parameterOutOfRange(let what, let value, let allowed):
            "\(what) \(value.shortText) is out of range: use \(allowed.lowerBound.shortText) to \(allowed.upperBound.shortText)"
        }
    }
}
