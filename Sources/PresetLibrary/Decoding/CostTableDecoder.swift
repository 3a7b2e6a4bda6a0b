import HardwareModel
import Quantities

extension FieldReader {
    /// Reads a cost table: an area and an energy for every component, and the rules that go with them.
    mutating func costTable(name: String) -> CostTable? {
        let title = text("title")
        _ = text("source")
        let narrow = integer("narrow_word_bits", in: 0...64)
        let depth = section("depth_rule") { $0.depthRule() }
        let idle = section("idle") { fields -> (energy: Energy, source: String)? in
            let energy = fields.number("energy_pj", in: Bounds.picojoules)
            let source = fields.text("source")
            guard let energy, let source else { return nil }
            return (.picojoules(energy), source)
        }
        let costs = section("components") { fields in
            var costs: [Component: UnitCost] = [:]
            for component in Component.allCases {
                costs[component] = fields.section(component.rawValue) { $0.unitCost() }
            }
            return costs
        }
        let calibration = section("calibrated", isOptional: true) { $0.calibration() }
        guard problems.isEmpty, let title, let narrow, let depth, let idle, let costs else { return nil }
        do {
            return try CostTable(
                name: name, title: title, costs: costs, narrowWordBits: narrow, referenceDepth: depth,
                idleEnergyPerCycle: idle.energy, idleEnergySource: idle.source, calibration: calibration)
        } catch {
            if case .missingComponents(let missing) = error, !missing.isEmpty { return nil }
            report(.hardware(error), at: position)
            return nil
        }
    }

    private mutating func calibration() -> CostTable.Calibration? {
        let tile = section("tile") { $0.tile() }
        let precisions = precisions("precisions")
        guard let tile, !precisions.isEmpty else { return nil }
        return CostTable.Calibration(tile: tile, precisions: precisions)
    }

    private mutating func depthRule() -> CostTable.ReferenceDepth? {
        let synapse = integer("sb_entries", in: 1...1_048_576)
        let data = integer("nb_entries", in: 1...1_048_576)
        let exponent = number("energy_exponent", in: 0...2)
        let source = text("source")
        guard let synapse, let data, let exponent, let source else { return nil }
        return CostTable.ReferenceDepth(
            synapseBufferEntries: synapse, dataBufferEntries: data, energyExponent: exponent, source: source)
    }

    private mutating func unitCost() -> UnitCost? {
        let area = number("area_um2", in: Bounds.squareMicrometres)
        let energy = number("energy_pj", in: Bounds.picojoules)
        let source = text("source")
        guard let area, let energy, let source else { return nil }
        return UnitCost(area: .squareMicrometres(area), energy: .picojoules(energy), source: source)
    }
}
