import DesignSpace
import HardwareModel
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

    /// The mark of a precision that the costs were not fitted to.
    static let extrapolatedMark = "?"
    /// That mark with what it means, for a legend.
    static let extrapolatedTitle = "\(extrapolatedMark) extrapolated"
}

extension Design {
    /// Its precision, with a mark if its costs are extrapolated.
    var markedName: String { precision.name + (isExtrapolated ? PointLabel.extrapolatedMark : "") }
}

extension EvaluatedPoint {
    /// The mark of its accuracy, if it has one, and that of its precision if its costs are extrapolated.
    var mark: String {
        (accuracy.map { PointLabel.mark(of: $0.source, isConverged: $0.converged) } ?? "")
            + (isExtrapolated ? PointLabel.extrapolatedMark : "")
    }
}
