import HardwareModel
import Precision
import Quantities

extension CostTable {
    /// The table as a preset file of a name of its own, which `PresetLibrary` reads back to the same figures.
    ///
    /// - Parameters:
    ///   - name: the name of the preset; letters, digits, or + - _ . and at most 64 of them.
    ///   - source: where the figures come from.
    public func presetText(name: String, source: String) -> String {
        var lines =
            [
                "kind: costs", "name: \(name)", "title: \(title.yamlText)", "source: \(source.yamlText)",
                "narrow_word_bits: \(narrowWordBits)", "",
            ] + (calibration?.presetLines ?? []) + [
                "depth_rule:",
                "  sb_entries: \(referenceDepth.synapseBufferEntries)", "  nb_entries: \(referenceDepth.dataBufferEntries)",
                "  energy_exponent: \(referenceDepth.energyExponent.shortText)", "  source: \(referenceDepth.source.yamlText)", "",
                "idle:",
                "  energy_pj: \(idleEnergyPerCycle.picojoules.shortText)", "  source: \(idleEnergySource.yamlText)", "",
                "components:",
            ]
        for component in Component.allCases {
            let cost = self[component]
            lines += [
                "  \(component.rawValue):", "    area_um2: \(cost.area.squareMicrometres.shortText)",
                "    energy_pj: \(cost.energy.picojoules.shortText)",
                "    source: \(cost.source.yamlText)",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension CostTable.Calibration {
    fileprivate var presetLines: [String] {
        [
            "calibrated:",
            "  tile: { neurons: \(tile.neurons), synapses: \(tile.synapses), sb_entries: \(tile.synapseBufferEntries), "
                + "nbin_entries: \(tile.inputBufferEntries), nbout_entries: \(tile.outputBufferEntries), "
                + "clock_mhz: \(tile.clock.megahertz.shortText) }",
            "  precisions: [\(precisions.map(\.name.yamlText).joined(separator: ", "))]", "",
        ]
    }
}

extension String {
    /// The text in double quotes, without characters that a preset must not have.
    var yamlText: String {
        let shown = isEmpty ? "-" : shown(atMost: 500)
        return "\"" + shown.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
