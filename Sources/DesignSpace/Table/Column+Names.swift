extension Column {
    /// What is wrong with a name that no column has, and which it may have been meant to be.
    ///
    /// A filter has names of its own for what some columns show.
    public static func unknownMessage(_ name: String) -> String {
        let names = allCases.map(\.rawValue)
        let meant = FilterField(named: name)?.column.rawValue ?? NearMiss.suggestion(for: name, among: names)
        if let meant { return "there is no column '\(name)': did you mean \(meant)?" }
        let near = names.filter { !name.isEmpty && $0.hasPrefix(name.prefix(2)) }
        return "there is no column '\(name)': use \((near.isEmpty ? names : near).joined(separator: ", "))"
    }
}

extension FilterField {
    /// The column that shows what the field holds.
    public var column: Column {
        switch self {
        case .net: .network
        case .data: .dataset
        case .prec, .wbits, .inbits: .precision
        case .acc: .accuracy
        case .interval: .interval
        case .source: .source
        case .drop: .drop
        case .energy: .energy
        case .paperEnergy: .paperEnergy
        case .energyError: .energyError
        case .saving: .saving
        case .power: .power
        case .area: .area
        case .latency: .latency
        case .throughput: .throughput
        case .cycles: .cycles
        case .utilisation: .utilisation
        case .macs: .macs
        case .energyPerMAC: .energyPerMAC
        case .efficiency: .efficiency
        case .energyDelay: .energyDelay
        case .kib: .weights
        case .featureMaps: .featureMaps
        case .fitsBuffer: .fitsBuffer
        case .frontier: .frontier
        case .state: .state
        case .seeds: .seeds
        case .origin: .origin
        case .accounting: .accounting
        }
    }
}
