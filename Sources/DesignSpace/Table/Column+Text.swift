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
        case .source: row.sourceText
        case .fitsBuffer: row.evaluation.weightsFitSynapseBuffer ? "yes" : "no"
        case .frontier: row.isOnFrontier ? "yes" : ""
        case .state: row.state.text
        case .origin: row.accuracy?.origin ?? Self.unknown
        case .accounting: row.evaluation.accounting.rawValue
        case .cycles, .macs: number(in: row).map { Int($0).groupedText } ?? Self.unknown
        case .drop: row.dropText
        case .energyError: number(in: row).map { $0.signedText(decimals: 2) } ?? Self.unknown
        default: number(in: row).map { $0.text(decimals: decimals) } ?? Self.unknown
        }
    }

    /// What stands where something is not known.
    public static let unknown = "—"

    /// How many decimals its numbers have.
    var decimals: Int {
        switch self {
        case .power, .saving, .utilisation, .throughput, .weights, .featureMaps: 1
        case .latency: 3
        case .seeds, .cycles, .macs: 0
        default: 2
        }
    }

    /// The difference of two numbers of this column as it stands beside them: that of what is shown, with as many digits.
    public func differenceText(of number: Double, from reference: Double) -> String {
        let difference = number.shownDifference(from: reference, decimals: decimals)
        switch self {
        case .cycles, .macs: return (difference > 0 ? "+" : "") + (Int(exactly: difference)?.groupedText ?? Self.unknown)
        default: return difference.signedText(decimals: decimals)
        }
    }

    /// The difference of two numbers of this column before they are rounded, where that is another figure than the one that is shown; nil
    /// where it is the same.
    public func differenceBeforeRounding(of number: Double, from reference: Double) -> String? {
        let (exact, shown) = (number - reference, number.shownDifference(from: reference, decimals: decimals))
        guard exact.signedText(decimals: decimals) != shown.signedText(decimals: decimals) else { return nil }
        return exact.signedText(decimals: decimals + 1)
    }

    /// What a row shows in this column, with digits enough to calculate with where the figure is small.
    public func preciseText(in row: EvaluatedPoint) -> String {
        switch self {
        case .accuracy, .cycles, .macs, .seeds: text(in: row)
        default: number(in: row).map { $0.text(decimals: decimals, significant: 4) } ?? text(in: row)
        }
    }
}

extension EvaluatedPoint {
    /// The precision with its widths, and the radix policy where it is not the paper's.
    public var precisionText: String { point.precision.title + (point.radix == .layer ? " @layer" : "") }

    /// Whose accuracy it is, and in brackets which of several rows of the point where there are more of one source.
    var sourceText: String { sourceText(distinction) }

    /// Whose accuracy it is, as in the column, with the whole name of an imported one's source, for where nothing limits the width.
    public var wholeSourceText: String { sourceText(distinction.map { accuracy?.importedFrom ?? $0 }) }

    private func sourceText(_ distinction: String?) -> String {
        (accuracy?.source.rawValue ?? Column.unknown) + (distinction.map { " (\($0))" } ?? "")
    }

    /// How much lower the accuracy is than the baseline's, as both are shown.
    fileprivate var dropText: String {
        guard let percent = accuracy?.percent, let base = baselineAccuracy?.percent else { return Column.unknown }
        return Column.accuracy.differenceText(of: base, from: percent)
    }

    /// The accuracy in percent; NA where training failed without a figure, a mark where it failed with one.
    public var accuracyText: String { accuracyText(sign: "") }

    /// The accuracy with the sign of its source, for where no word says whose it is.
    public var signedAccuracyText: String { accuracyText(sign: accuracy?.source.sign ?? "") }

    private func accuracyText(sign: String) -> String {
        guard let accuracy else { return Column.unknown }
        guard let percent = accuracy.percent else { return "NA" + sign }
        return percent.text(decimals: 2) + sign + (accuracy.converged ? "" : "!")
    }
}

extension EvaluatedPoint.State {
    /// The state in a word or two.
    public var text: String {
        switch self {
        // Rounded down, as wherever runs are listed: nothing is done before it is.
        case .running(let share): "\(word) \(Int(min(max(share, 0), 1) * 100)) %"
        default: word
        }
    }

    /// The state without how far it is.
    var word: String {
        switch self {
        case .published: "published"
        case .measured: "measured"
        case .imported: "imported"
        case .running: "running"
        case .interrupted: "interrupted"
        case .failed: "failed"
        case .notRun: "not run"
        }
    }

    /// The words of all states.
    static let words = [Self.published, .measured, .imported, .running(0), .interrupted, .failed, .notRun].map(\.word)
}

extension [EvaluatedPoint] {
    /// The rows ordered by a column, precisions by family and bits; equal rows keep their order, and rows without a number come last either
    /// way.
    public func sorted(by column: Column, descending: Bool = false) -> [EvaluatedPoint] {
        CompactRows(self).order(by: column, isDescending: descending).map { self[Int($0)] }
    }
}
