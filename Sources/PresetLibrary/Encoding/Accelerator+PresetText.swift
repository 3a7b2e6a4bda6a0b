import HardwareModel
import Quantities

extension Accelerator {
    /// The accelerator as a preset file of a name of its own, which `PresetLibrary` reads back to the same figures.
    ///
    /// - Parameters:
    ///   - name: the name of the preset; letters, digits, or + - _ . and at most 64 of them.
    ///   - title: what it is called; nil for the title that it has.
    ///   - costs: the name of the cost table's preset.
    ///   - source: where the description comes from.
    public func presetText(name: String, title: String? = nil, costs: String, source: String) -> String {
        let lines = [
            "kind: accelerator", "name: \(name)", "title: \((title ?? self.title).yamlText)", "source: \(source.yamlText)",
            "costs: \(costs)", "",
            "tile:", "  neurons: \(tile.neurons)", "  synapses: \(tile.synapses)", "  sb_entries: \(tile.synapseBufferEntries)",
            "  nbin_entries: \(tile.inputBufferEntries)", "  nbout_entries: \(tile.outputBufferEntries)",
            "  clock_mhz: \(tile.clock.megahertz.shortText)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
