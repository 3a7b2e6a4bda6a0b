import HardwareModel
import Networks
import Precision
import Quantities

extension Column {
    /// What a row shows in this column; what is not known is an em dash, what a paper calls not available is NA.
    public func text(in row: EvaluatedPoint) -> String {
        switch self {
        case .network: row.evaluation.network.title
        case .dataset: row.point.dataset
        case .precision: row.precisionText
        case .accuracy: row.accuracyText
        case .source: row.accuracy?.source.rawValue ?? Self.unknown
        case .fitsBuffer: row.evaluation.weightsFitSynapseBuffer ? "yes" : "no"
        case .frontier: row.isOnFrontier ? "yes" : ""
        case .state: row.state.text
        case .cycles, .macs: number(in: row).map { Int($0).groupedText } ?? Self.unknown
        case .drop, .energyError: number(in: row).map { $0.signedText(decimals: 2) } ?? Self.unknown
        default: number(in: row).map { $0.text(decimals: decimals) } ?? Self.unknown
        }
    }

    /// What stands where something is not known.
    public static let unknown = "—"

    private var decimals: Int {
        switch self {
        case .power, .saving, .utilisation, .throughput, .weights, .featureMaps: 1
        case .latency: 3
        default: 2
        }
    }

    /// Whether one row stands before another in this column; rows without a number come last either way.
    public func areInIncreasingOrder(_ left: EvaluatedPoint, _ right: EvaluatedPoint) -> Bool {
        if isNumeric {
            switch (number(in: left), number(in: right)) {
            case (let left?, let right?) where left != right: return left < right
            case (_?, nil): return true
            case (nil, _?): return false
            default: return left.index < right.index
            }
        }
        let (leftText, rightText) = (text(in: left), text(in: right))
        return leftText == rightText ? left.index < right.index : leftText < rightText
    }
}

extension EvaluatedPoint {
    /// The precision with its widths, and the radix policy where it is not the paper's.
    public var precisionText: String { point.precision.title + (point.radix == .layer ? " @layer" : "") }

    /// The accuracy in percent; NA where training failed without a figure, a mark where it failed with one.
    public var accuracyText: String {
        guard let accuracy else { return Column.unknown }
        guard let percent = accuracy.percent else { return "NA" }
        return percent.text(decimals: 2) + (accuracy.converged ? "" : "!")
    }
}

extension EvaluatedPoint.State {
    /// The state in a word or two.
    public var text: String {
        switch self {
        case .published: "published"
        case .measured: "measured"
        case .imported: "imported"
        case .running(let share): "running \((share * 100).text(decimals: 0)) %"
        case .interrupted: "interrupted"
        case .failed: "failed"
        case .notRun: "not run"
        }
    }
}

extension [EvaluatedPoint] {
    /// The rows ordered by a column; the order of equal rows is the study's, and rows without a number come last either way.
    public func sorted(by column: Column, descending: Bool = false) -> [EvaluatedPoint] {
        guard descending else { return sorted(by: column.areInIncreasingOrder) }
        let hasNoNumber: (EvaluatedPoint) -> Bool = { column.isNumeric && column.number(in: $0) == nil }
        return sorted { left, right in
            switch (hasNoNumber(left), hasNoNumber(right)) {
            case (false, true): true
            case (true, false): false
            case (true, true): left.index < right.index
            case (false, false): column.areInIncreasingOrder(right, left)
            }
        }
    }
}
