import DesignSpace
import HardwareModel
import Precision
import Quantities

extension FieldReader {
    /// Reads an accelerator, whose costs are a table of the library.
    mutating func accelerator(name: String, costTables: [CostTable]) -> Accelerator? {
        let title = text("title")
        let source = text("source")
        let costs = costTable(among: costTables)
        let tile = section("tile") { $0.tile() }
        guard problems.isEmpty, let title, let source, let costs, let tile else { return nil }
        do {
            return try Accelerator(name: name, title: title, tile: tile, costs: costs, source: source)
        } catch {
            report(.hardware(error), at: position)
            return nil
        }
    }

    private mutating func costTable(among tables: [CostTable]) -> CostTable? {
        guard let node = node("costs"), let wanted = name(of: node, "costs") else { return nil }
        if let table = tables.first(where: { $0.name == wanted }) { return table }
        reportUnknown("cost table", wanted, among: tables.map(\.name), at: node.position)
        return nil
    }

    /// Reads a tile.
    mutating func tile() -> Accelerator.Tile? {
        let neurons = integer("neurons", in: 1...1024)
        let synapses = integer("synapses", in: 1...1024)
        let sb = integer("sb_entries", in: 1...1_048_576)
        let input = integer("nbin_entries", in: 1...1_048_576)
        let output = integer("nbout_entries", in: 1...1_048_576)
        let clock = number("clock_mhz", in: 0.001...100_000)
        guard let neurons, let synapses, let sb, let input, let output, let clock else { return nil }
        return Accelerator.Tile(
            neurons: neurons, synapses: synapses, synapseBufferEntries: sb, inputBufferEntries: input,
            outputBufferEntries: output, clock: .megahertz(clock))
    }

    /// Reports a name that nothing has.
    mutating func reportUnknown(_ what: String, _ name: String, among known: [String], at place: PresetProblem.Position) {
        let suggestion = NearMiss.suggestion(for: name, among: known)
        report(.unknownReference(what: what, name: name, suggestion: suggestion, known: known), at: place)
    }
}
