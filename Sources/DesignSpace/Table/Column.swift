import HardwareModel
import Quantities

/// A column of the table of design points: what it is called, what it shows, what it sorts by.
public enum Column: String, Hashable, Sendable, CaseIterable {
    /// The network's title.
    case network
    /// The data set's name.
    case dataset
    /// The precision with its widths.
    case precision
    /// Accuracy in percent.
    case accuracy
    /// The 95 % interval's half width.
    case interval
    /// Where the accuracy comes from.
    case source
    /// Points of accuracy lost against the baseline.
    case drop
    /// Energy of one image.
    case energy
    /// The paper's energy.
    case paperEnergy = "paper-energy"
    /// How far the model is from the paper's energy.
    case energyError = "energy-error"
    /// Energy saved against the baseline.
    case saving
    /// Power.
    case power
    /// Area.
    case area
    /// Time for one image.
    case latency
    /// Images a second.
    case throughput
    /// Clock cycles for one image.
    case cycles
    /// Useful share of the multiply-accumulate operations.
    case utilisation
    /// Multiply-accumulate operations of one image.
    case macs
    /// Energy of a multiply-accumulate operation.
    case energyPerMAC = "pj-per-mac"
    /// Operations for an energy.
    case efficiency = "tops-per-watt"
    /// Energy times delay.
    case energyDelay = "energy-delay"
    /// Memory of the weights.
    case weights = "kib"
    /// Memory of the feature maps.
    case featureMaps = "feature-maps"
    /// Whether the weights fit the buffer SB.
    case fitsBuffer = "fits-sb"
    /// Whether it is on the frontier.
    case frontier
    /// What is known of it.
    case state
    /// The number of runs that the accuracy is a mean of.
    case seeds
    /// The table, the runs with their recipe, or the file that the accuracy is from.
    case origin
    /// Which energy is charged.
    case accounting

    /// The columns shown unless others are asked for, of rows that are of one data set.
    public static let standard: [Column] = [
        .network, .precision, .accuracy, .interval, .source, .drop, .energy, .energyError, .saving, .power, .area, .latency,
        .cycles, .utilisation, .weights, .frontier, .state,
    ]

    /// The standard columns of rows that are of several data sets, and of several recipes.
    public static let acrossDatasets: [Column] = [.network, .dataset] + standard.dropFirst() + [.origin]

    /// The heading, with its unit.
    public var heading: String {
        switch self {
        case .network: "network"
        case .dataset: "data set"
        case .precision: "precision"
        case .accuracy: "acc %"
        case .interval: "± pts"
        case .source: "source"
        case .drop: "drop"
        case .energy: "energy µJ"
        case .paperEnergy: "paper µJ"
        case .energyError: "err %"
        case .saving: "saving %"
        case .power: "power mW"
        case .area: "area mm²"
        case .latency: "latency ms"
        case .throughput: "images/s"
        case .cycles: "cycles"
        case .utilisation: "util %"
        case .macs: "MACs"
        case .energyPerMAC: "pJ/MAC"
        case .efficiency: "TOPS/W"
        case .energyDelay: "µJ·ms"
        case .weights: "weights KiB"
        case .featureMaps: "maps KiB"
        case .fitsBuffer: "fits SB"
        case .frontier: "front"
        case .state: "state"
        case .seeds: "seeds"
        case .origin: "origin"
        case .accounting: "accounting"
        }
    }

    /// The heading without its unit.
    public var name: String { isNumeric ? String(heading.prefix { $0 != " " }) : heading }

    /// Whether the column holds numbers, which stand to the right.
    public var isNumeric: Bool {
        switch self {
        case .network, .dataset, .precision, .source, .fitsBuffer, .frontier, .state, .origin, .accounting: false
        default: true
        }
    }

    /// Whether it says in a word whose accuracy a row has.
    public var namesSource: Bool { self == .source || self == .state }

    /// The number that a row has in this column, in the heading's unit; nil if it has none or is not known, as an efficiency at no energy.
    public func number(in row: EvaluatedPoint) -> Double? { quotient(in: row).flatMap { $0.isFinite ? $0 : nil } }

    /// The same as it is worked out, which may be a division by zero.
    private func quotient(in row: EvaluatedPoint) -> Double? {
        let evaluation = row.evaluation
        switch self {
        case .accuracy: return row.accuracy?.percent
        case .interval: return row.accuracy?.halfWidth
        case .drop: return row.accuracyDrop
        case .energy: return evaluation.energy.microjoules
        case .paperEnergy: return row.published.energy?.microjoules
        case .energyError: return row.energyErrorPercent
        case .saving: return row.energySavingPercent
        case .power: return evaluation.power.milliwatts
        case .area: return evaluation.area.squareMillimetres
        case .latency: return evaluation.latency.milliseconds
        case .throughput: return evaluation.imagesPerSecond
        case .cycles: return Double(evaluation.cycles)
        case .utilisation: return evaluation.utilisation * 100
        case .macs: return Double(evaluation.macs)
        case .energyPerMAC: return evaluation.energyPerMAC.picojoules
        case .efficiency: return evaluation.teraOperationsPerWatt
        case .energyDelay: return evaluation.energyDelayProduct.microjouleMilliseconds
        case .weights: return evaluation.parameterSize.kibibytes
        case .featureMaps: return evaluation.featureMapSize.kibibytes
        case .seeds: return row.accuracy?.seeds.map(Double.init)
        case .network, .dataset, .precision, .source, .fitsBuffer, .frontier, .state, .origin, .accounting: return nil
        }
    }
}
