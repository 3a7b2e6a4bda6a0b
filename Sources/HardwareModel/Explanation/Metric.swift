import Quantities

/// A figure of an evaluation that can be asked for by name.
public enum Metric: String, Hashable, Sendable, CaseIterable {
    /// Clock cycles for one image.
    case cycles
    /// Multiply-accumulate operations for one image.
    case macs
    /// Useful share of the multiply-accumulate operations.
    case utilisation
    /// Time for one image.
    case latency
    /// Images a second.
    case throughput
    /// Area of the accelerator.
    case area
    /// Power of the accelerator.
    case power
    /// Energy of one image.
    case energy
    /// Energy of one multiply-accumulate operation.
    case energyPerMAC = "pj-per-mac"
    /// Operations for an energy.
    case efficiency = "tops-per-watt"
    /// Energy times delay.
    case energyDelay = "energy-delay"
    /// Memory of the weights.
    case parameterSize = "kib"
    /// Memory of the feature maps.
    case featureMapSize = "feature-maps"

    /// What it is, for a person.
    public var title: String {
        switch self {
        case .cycles: "cycles"
        case .macs: "MACs"
        case .utilisation: "utilisation"
        case .latency: "latency"
        case .throughput: "throughput"
        case .area: "area"
        case .power: "power"
        case .energy: "energy of one image"
        case .energyPerMAC: "energy of one MAC"
        case .efficiency: "efficiency"
        case .energyDelay: "energy-delay product"
        case .parameterSize: "weight memory"
        case .featureMapSize: "feature-map memory"
        }
    }

    /// The unit of `value(in:)`.
    public var unit: String {
        switch self {
        case .cycles: "cycles"
        case .macs: "MACs"
        case .utilisation: "%"
        case .latency: "ms"
        case .throughput: "images/s"
        case .area: "mm²"
        case .power: "mW"
        case .energy: "µJ"
        case .energyPerMAC: "pJ/MAC"
        case .efficiency: "TOPS/W"
        case .energyDelay: "µJ·ms"
        case .parameterSize, .featureMapSize: "KiB"
        }
    }

    /// The figure with its unit: a count in whole numbers, anything else with so many significant digits.
    public func text(in evaluation: Evaluation, significant: Int) -> String {
        switch self {
        case .cycles: "\(evaluation.cycles.groupedText) \(unit)"
        case .macs: "\(evaluation.macs.groupedText) \(unit)"
        default: "\(value(in: evaluation).text(significant: significant)) \(unit)"
        }
    }

    /// The figure, in `unit`.
    public func value(in evaluation: Evaluation) -> Double {
        switch self {
        case .cycles: Double(evaluation.cycles)
        case .macs: Double(evaluation.macs)
        case .utilisation: evaluation.utilisation * 100
        case .latency: evaluation.latency.milliseconds
        case .throughput: evaluation.imagesPerSecond
        case .area: evaluation.area.squareMillimetres
        case .power: evaluation.power.milliwatts
        case .energy: evaluation.energy.microjoules
        case .energyPerMAC: evaluation.energyPerMAC.picojoules
        case .efficiency: evaluation.teraOperationsPerWatt
        case .energyDelay: evaluation.energyDelayProduct.microjouleMilliseconds
        case .parameterSize: evaluation.parameterSize.kibibytes
        case .featureMapSize: evaluation.featureMapSize.kibibytes
        }
    }
}
