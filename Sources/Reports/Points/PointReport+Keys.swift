extension PointReport {
    /// The headings of the complete CSV, in its order; what a row has is held against them by a test.
    static let csvKeys = [
        "network", "dataset", "precision", "radix", "weight_bits", "data_bits", "accelerator", "accounting", "cycles",
        "utilisation",
        "latency_ms", "images_per_second", "area_mm2", "power_mw", "energy_uj", "energy_saving_percent", "area_saving_percent",
        "power_saving_percent", "macs", "pj_per_mac", "tops_per_watt", "energy_delay_product_uj_ms", "parameter_count",
        "parameter_kib", "feature_map_kib", "weights_fit_sb", "caveats", "accuracy_percent", "accuracy_interval", "accuracy_source",
        "accuracy_origin", "converged", "seeds", "state", "on_frontier", "published_accuracy_percent", "published_energy_uj",
        "published_area_mm2", "published_power_mw", "error_percent_energy_uj", "error_percent_area_mm2", "error_percent_power_mw",
    ]
}
