import HardwareModel
import Precision

/// A name that a filter can ask for: every column of the table, and what a precision's name is made of.
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
    /// Half the width of the accuracy's 95 % interval, in points of percent.
    case interval
    /// Where the accuracy comes from.
    case source
    /// Points of accuracy lost against the baseline.
    case drop
    /// Energy of one image in microjoules.
    case energy
    /// The paper's energy of one image in microjoules.
    case paperEnergy = "paper-energy"
    /// How far the model is from the paper's energy, in percent.
    case energyError = "energy-error"
    /// Energy saving in percent.
    case saving
    /// Power in milliwatts.
    case power
    /// Area in square millimetres.
    case area
    /// Latency in milliseconds.
    case latency
    /// Images a second.
    case throughput
    /// Clock cycles for one image.
    case cycles
    /// Useful share of the multiply-accumulate operations, in percent.
    case utilisation
    /// Multiply-accumulate operations of one image.
    case macs
    /// Energy of a multiply-accumulate operation in picojoules.
    case energyPerMAC = "pj-per-mac"
    /// Tera-operations a second for a watt.
    case efficiency = "tops-per-watt"
    /// Energy times delay, in microjoules times milliseconds.
    case energyDelay = "energy-delay"
    /// Weights in KiB.
    case kib
    /// Feature maps in KiB.
    case featureMaps = "feature-maps"
    /// Whether the weights fit the buffer SB: yes or no.
    case fitsBuffer = "fits-sb"
    /// Whether the point is on the frontier: yes or no.
    case frontier
    /// What is known of the accuracy.
    case state
    /// The number of runs that the accuracy is a mean of.
    case seeds
    /// The table, the runs or the file that the accuracy is from.
    case origin
    /// Which energy is charged.
    case accounting

    /// Finds a field by its name, by that of its column, or by an obvious word for it, without regard to case.
    public init?(named name: String) {
        let name = name.lowercased()
        guard let field = FilterField(rawValue: name) ?? Self.words[name] else { return nil }
        self = field
    }

    /// Other words for fields: the names of columns that filters call otherwise, and headings.
    private static let words: [String: FilterField] = [
        "network": .net, "dataset": .data, "precision": .prec, "accuracy": .acc, "weights": .kib, "maps": .featureMaps,
        "util": .utilisation, "utilization": .utilisation, "err": .energyError, "error": .energyError, "front": .frontier,
    ]

    /// What a row holds under the name: a number or a text; nil if it is not known.
    func value(in row: EvaluatedPoint) -> FilterValue? {
        switch self {
        case .net: .text(row.point.network)
        case .data: .text(row.point.dataset)
        case .prec: .text(row.point.radix == .layer ? "\(row.point.precision.name)@layer" : row.point.precision.name)
        case .source: row.accuracy.map { .text($0.source.rawValue) }
        case .frontier: .text(row.isOnFrontier ? "yes" : "no")
        case .fitsBuffer: .text(row.evaluation.weightsFitSynapseBuffer ? "yes" : "no")
        case .state: .text(row.state.word)
        case .origin: row.accuracy.map { .text($0.origin) }
        case .accounting: .text(row.evaluation.accounting.rawValue)
        case .wbits: .number(Double(row.point.precision.weightBits))
        case .inbits: .number(Double(row.point.precision.dataBits))
        default: column.number(in: row).map { .number($0) }
        }
    }

    /// Whether the field holds a number.
    public var isNumeric: Bool { isWidth || column.isNumeric }

    /// How many decimals its numbers are shown with.
    var decimals: Int { isWidth ? 0 : column.decimals }

    /// Whether it is a number of bits, which is part of what its column shows.
    var isWidth: Bool { self == .wbits || self == .inbits }

    /// Whether it is in percent, or in points of it.
    var isPercentage: Bool { ["%", "points"].contains(unit) }

    /// The words that it can be, of a field that can only be some.
    var choices: [String]? {
        switch self {
        case .source: Accuracy.Source.allCases.map(\.rawValue)
        case .state: EvaluatedPoint.State.words
        case .accounting: Accounting.allCases.map(\.rawValue)
        default: nil
        }
    }

    /// The words that rows can have there, each once; empty for numbers.
    ///
    /// - Parameter parts: whether words out of longer texts are meant, as `~` looks for; otherwise such a text stands in quotes.
    public func words(in rows: CompactRows, parts: Bool = false) -> [String] {
        if isNumeric { return [] }
        if let choices { return choices.map { $0.split(separator: " ").joined(separator: "-") } }
        if self == .frontier || self == .fitsBuffer { return ["yes", "no"] }
        var words: Set<String> = []
        for row in rows.designs + rows.evidences {
            guard case .text(let text) = value(in: row) else { continue }
            if Self.isWord(text) {
                words.insert(text)
            } else if parts {
                let pieces = text.split { $0.isWhitespace || ",;:".contains($0) }
                words.formUnion(pieces.filter(Self.isWord).map(String.init))
            } else if !text.contains("\"") {
                words.insert("\"\(text)\"")
            }
        }
        return words.sorted()
    }

    /// Whether a value can stand in a filter without quotes.
    private static func isWord(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.allSatisfy { !$0.isWhitespace && !"()\"".contains($0) }
    }

    /// The unit of its numbers; empty for counts and texts.
    var unit: String {
        switch self {
        case .acc, .saving, .energyError, .utilisation: "%"
        case .drop, .interval: "points"
        case .energy, .paperEnergy: "µJ"
        case .power: "mW"
        case .area: "mm²"
        case .latency: "ms"
        case .throughput: "images/s"
        case .energyPerMAC: "pJ"
        case .efficiency: "TOPS/W"
        case .energyDelay: "µJ·ms"
        case .kib, .featureMaps: "KiB"
        case .net, .data, .prec, .wbits, .inbits, .source, .cycles, .macs, .fitsBuffer, .frontier, .state, .seeds, .origin,
            .accounting:
            ""
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
    /// - Parameter isAsShown: whether it has all the decimals that figures of the field are shown with.
    case number(DecimalNumber, isAsShown: Bool)
    case text(String)
}
