import Precision
import Quantities

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The counts of hardware-model.md as formulas in N neurons, S synapses, weight bits and data bits.
extension ComponentUse {
    /// SB: N * S lanes of weights; NBin: S lanes and NBout: N lanes of data. Every lane reads one word each cycle.
    static func buffers(of accelerator: Accelerator, precision: Precision) -> [ComponentUse] {
        let (tile, costs) = (accelerator.tile, accelerator.costs)
        let isNarrow = precision.weightBits <= costs.narrowWordBits
        let depth = costs.referenceDepth
        func buffer(
            _ name: String, _ component: Component, bitsPerEntry: Int, entries: Int, referenceEntries: Int,
            of parameters: [Accelerator.Parameter]
        ) -> ComponentUse {
            ComponentUse(
                name: name, component: component, count: bitsPerEntry * entries, areaPerUnit: costs[component].area,
                operationsPerCycle: bitsPerEntry,
                energyPerOperation: costs[component].energy * depth.energyFactor(entries: entries, reference: referenceEntries),
                tileParameters: parameters)
        }
        return [
            buffer(
                "SB", isNarrow ? .synapseBufferNarrowBit : .synapseBufferWideBit,
                bitsPerEntry: tile.lanes * precision.weightBits, entries: tile.synapseBufferEntries,
                referenceEntries: depth.synapseBufferEntries, of: [.neurons, .synapses, .synapseBufferEntries]),
            buffer(
                "NBin", .dataBufferBit, bitsPerEntry: tile.synapses * precision.dataBits, entries: tile.inputBufferEntries,
                referenceEntries: depth.dataBufferEntries, of: [.synapses, .inputBufferEntries]),
            buffer(
                "NBout", .dataBufferBit, bitsPerEntry: tile.neurons * precision.dataBits, entries: tile.outputBufferEntries,
                referenceEntries: depth.dataBufferEntries, of: [.neurons, .outputBufferEntries]),
        ]
    }

    /// NFU-1: one weight block a lane, in the variant of the weight format (Fig. 2 a, b and c).
    static func weightBlocks(of accelerator: Accelerator, precision: Precision, widths: Widths) -> [ComponentUse] {
        let (lanes, costs, dataBits) = (accelerator.tile.lanes, accelerator.costs, precision.dataBits)
        func negation() -> ComponentUse { .everyCycle("negation", .negation, count: lanes * dataBits, costs: costs) }
        switch precision.weights {
        case .float32:
            return [.everyCycle("float32 multiplier", .floatMultiplier, count: lanes, costs: costs)]
        case .fixed(let weightBits):
            let unit = costs[.fixedMultiplier]
            let scale = Double(weightBits * dataBits)
            return [
                ComponentUse(
                    name: "multiplier", component: .fixedMultiplier, count: lanes, areaPerUnit: unit.area * scale,
                    operationsPerCycle: lanes, energyPerOperation: unit.energy * scale, tileParameters: [.neurons, .synapses])
            ]
        case .powerOfTwo:
            let shifter = lanes * dataBits * widths.shifterStages
            return [.everyCycle("barrel shifter", .barrelShifter, count: shifter, costs: costs), negation()]
        case .binary:
            return [negation()]
        }
    }

    /// NFU-2: a tree of adders and an accumulator for each neuron.
    static func adderTrees(of accelerator: Accelerator, precision: Precision, widths: Widths) -> [ComponentUse] {
        let (tile, costs) = (accelerator.tile, accelerator.costs)
        if precision.weights == .float32 {
            return [.everyCycle("float32 adder", .floatAdder, count: tile.lanes, costs: costs)]
        }
        let bits = tile.neurons * widths.adderBits(synapses: tile.synapses)
        return [.everyCycle("integer adder", .integerAdder, count: bits, costs: costs)]
    }

    /// The registers behind each stage, and control. Binary merges NFU-1 and NFU-2, so it has no stage-1 registers.
    static func rest(of accelerator: Accelerator, precision: Precision, widths: Widths) -> [ComponentUse] {
        let (tile, costs) = (accelerator.tile, accelerator.costs)
        let stage1 = precision.weights == .binary ? 0 : tile.lanes * widths.product
        let bits = stage1 + tile.neurons * widths.accumulator + tile.neurons * precision.dataBits
        return [
            .everyCycle("register", .registerBit, count: bits, costs: costs),
            .everyCycle("control", .control, count: 1, costs: costs, of: []),
        ]
    }

    /// Units that all work in every cycle at the table's price.
    private static func everyCycle(
        _ name: String, _ component: Component, count: Int, costs: CostTable,
        of parameters: [Accelerator.Parameter] = [.neurons, .synapses]
    ) -> ComponentUse {
        ComponentUse(
            name: name, component: component, count: count, areaPerUnit: costs[component].area, operationsPerCycle: count,
            energyPerOperation: costs[component].energy, tileParameters: parameters)
    }
}

extension CostTable.ReferenceDepth {
    /// How much more energy a bit takes in a buffer of another depth.
    func energyFactor(entries: Int, reference: Int) -> Double {
        entries == reference ? 1 : pow(Double(entries) / Double(reference), energyExponent)
    }
}
