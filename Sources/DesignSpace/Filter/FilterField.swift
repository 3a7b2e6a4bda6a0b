import HardwareModel
import Precision
import Quantities

/// A name that a filter can ask for.
public enum FilterField: String, Hashable, Sendable, CaseIterable {
    /// The network's name.
    case net
    /// The data set's name.
    case data
    /// The precision's name.
    case prec
    /// Weight bits.
    case wbits
    /// Data bits.
    case inbits
    /// Accuracy in percent.
    case acc
    /// Energy of one image in microjoules.
    case energy
    /// Energy saving in percent.
    case saving
    /// Power in milliwatts.
    case power
    /// Area in square millimetres.
    case area
    /// Latency in milliseconds.
    case latency
    /// Weights in KiB.
    case kib
    /// Where the accuracy comes from.
    case source
    /// Whether the point is on the frontier: yes or no.
    case frontier

    /// What a row holds under the name: a number or a text; nil if it is not known.
    func value(in row: EvaluatedPoint) -> FilterValue? {
        switch self {
        case .net: .text(row.point.network)
        case .data: .text(row.point.dataset)
        case .prec: .text(row.point.radix == .layer ? "\(row.point.precision.name)@layer" : row.point.precision.name)
        case .source: row.accuracy.map { .text($0.source.rawValue) }
        case .frontier: .text(row.isOnFrontier ? "yes" : "no")
        case .wbits: .number(Double(row.point.precision.weightBits))
        case .inbits: .number(Double(row.point.precision.dataBits))
        case .acc: row.accuracy?.percent.map { .number($0) }
        case .energy: .number(row.evaluation.energy.microjoules)
        case .saving: .number(row.energySavingPercent)
        case .power: .number(row.evaluation.power.milliwatts)
        case .area: .number(row.evaluation.area.squareMillimetres)
        case .latency: .number(row.evaluation.latency.milliseconds)
        case .kib: .number(row.evaluation.parameterSize.kibibytes)
        }
    }

    /// Whether the field holds a number.
    public var isNumeric: Bool {
        switch self {
        case .net, .data, .prec, .source, .frontier: false
        case .wbits, .inbits, .acc, .energy, .saving, .power, .area, .latency, .kib: true
        }
    }
}

/// What a field of a row holds.
enum FilterValue: Hashable, Sendable {
    case number(Double)
    case text(String)
}

/// What a field is compared with, as it was typed.
enum FilterOperand: Hashable, Sendable {
    case number(DecimalNumber)
    case text(String)
}
