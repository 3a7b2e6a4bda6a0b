import DesignSpace

extension Column {
    /// The keys of CSV that hold what the column shows: one, or those of all that stands in its cell.
    var keys: [String] {
        switch self {
        case .network, .dataset, .cycles, .utilisation, .macs, .state, .seeds, .accounting: [rawValue]
        case .precision: ["precision", "radix"]
        case .accuracy: ["accuracy_percent", "converged", "accuracy_source"]
        case .interval: ["accuracy_interval"]
        case .source: ["accuracy_source"]
        case .drop: ["accuracy_drop_points"]
        case .energy: ["energy_uj"]
        case .paperEnergy: ["published_energy_uj"]
        case .energyError: ["error_percent_energy_uj"]
        case .saving: ["energy_saving_percent"]
        case .power: ["power_mw"]
        case .area: ["area_mm2"]
        case .latency: ["latency_ms"]
        case .throughput: ["images_per_second"]
        case .energyPerMAC: ["pj_per_mac"]
        case .efficiency: ["tops_per_watt"]
        case .energyDelay: ["energy_delay_product_uj_ms"]
        case .weights: ["parameter_kib"]
        case .featureMaps: ["feature_map_kib"]
        case .fitsBuffer: ["weights_fit_sb"]
        case .frontier: ["on_frontier"]
        case .origin: ["accuracy_origin"]
        }
    }
}
