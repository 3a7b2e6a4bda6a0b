import DesignSpace
import Precision

/// What stands beside a point of a plot, small enough to be kept for many thousand points.
///
/// The precision in as few characters as tell it from others: `f32`, `8`, `8.4`, `p2`, `p4.8`, `1`, `1.8`; `@` for one radix point per
/// layer. Then a mark, so that the source of the accuracy shows without colour.
struct PointLabel: Hashable, Sendable {
    /// How the precision is written.
    private enum Form: UInt8 {
        case float32
        case fixed
        case powerOfTwo
        case powerOfTwoOfThePaper
        case binary
        case binaryOfThePaper
    }

    private let form: Form
    private let weightBits: UInt8
    private let dataBits: UInt8
    private let hasRadixPerLayer: Bool

    init(_ point: DesignPoint) {
        let precision = point.precision
        (weightBits, dataBits) = (UInt8(clamping: precision.weightBits), UInt8(clamping: precision.dataBits))
        hasRadixPerLayer = point.radix == .layer
        form =
            switch precision.weights {
            case .float32: .float32
            case .fixed: .fixed
            case .powerOfTwo: precision == .powerOfTwo ? .powerOfTwoOfThePaper : .powerOfTwo
            case .binary: precision == .binary ? .binaryOfThePaper : .binary
            }
    }

    /// The precision.
    var text: String {
        let radix = hasRadixPerLayer ? "@" : ""
        return switch form {
        case .float32: "f32"
        case .fixed: (weightBits == dataBits ? "\(weightBits)" : "\(weightBits).\(dataBits)") + radix
        case .powerOfTwo: "p\(weightBits).\(dataBits)" + radix
        case .powerOfTwoOfThePaper: "p2" + radix
        case .binary: "1.\(dataBits)" + radix
        case .binaryOfThePaper: "1" + radix
        }
    }

    /// The mark of an accuracy: `*` measured, `^` imported, `~` predicted, and `!` if training did not converge.
    static func mark(of source: Accuracy.Source, isConverged: Bool) -> String {
        source.sign + (isConverged ? "" : "!")
    }
}

extension EvaluatedPoint {
    /// The mark of its accuracy; empty if it has none.
    var mark: String { accuracy.map { PointLabel.mark(of: $0.source, isConverged: $0.converged) } ?? "" }
}
