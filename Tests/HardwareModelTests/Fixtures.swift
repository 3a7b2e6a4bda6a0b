import HardwareModel
import Networks
import Precision
import Quantities

/// A tile with round prices, so that every formula can be checked by hand.
enum Fixtures {
    static func costs(_ change: (inout [Component: UnitCost]) -> Void = { _ in }) throws -> CostTable {
        var costs: [Component: UnitCost] = [:]
        for (index, component) in Component.allCases.enumerated() {
            costs[component] = UnitCost(
                area: .squareMicrometres(Double(index + 1)), energy: .picojoules(Double(index + 1) / 10), source: "test")
        }
        change(&costs)
        return try CostTable(
            name: "test", title: "test", costs: costs, narrowWordBits: 8,
            referenceDepth: .init(synapseBufferEntries: 320, dataBufferEntries: 64, energyExponent: 0.5, source: "test"),
            idleEnergyPerCycle: .picojoules(60.4), idleEnergySource: "test",
            calibration: .init(tile: tile(), precisions: Precision.ofThePaper))
    }

    static func tile(neurons: Int = 16, synapses: Int = 16, clock: Double = 250, entries: Int = 320) -> Accelerator.Tile {
        Accelerator.Tile(
            neurons: neurons, synapses: synapses, synapseBufferEntries: entries, inputBufferEntries: 64, outputBufferEntries: 64,
            clock: .megahertz(clock))
    }

    static func accelerator(tile: Accelerator.Tile = tile(), costs: CostTable? = nil) throws -> Accelerator {
        try Accelerator(name: "test", title: "test", tile: tile, costs: costs ?? self.costs(), source: "test")
    }

    /// A 5x5 convolution, a pooling and an inner product.
    static func network() throws -> Network {
        try Network(
            name: "small", title: "Small", input: Shape(height: 12, width: 12, channels: 3),
            layers: [
                Layer(name: "conv", kind: .convolution(kernel: 5, outputChannels: 7, stride: 1, padding: 0), activation: .relu),
                Layer(name: "pool", kind: .pooling(.max, kernel: 2, stride: 2), activation: .none),
                Layer(name: "ip", kind: .innerProduct(outputs: 10), activation: .none),
            ], source: "test")
    }
}
