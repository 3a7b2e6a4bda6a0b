import Precision
import Quantities

/// A DianNao-like tile: N neurons of S synapses each, three buffers and a clock (Hashemi et al., Section IV-A and Fig. 2).
public struct Accelerator: Hashable, Sendable {
    /// The counts and the clock that make one tile.
    public struct Tile: Hashable, Sendable {
        /// Neurons that are computed side by side.
        public var neurons: Int
        /// Synapses of each neuron that are multiplied in one cycle.
        public var synapses: Int
        /// Entries of the weight buffer SB.
        public var synapseBufferEntries: Int
        /// Entries of the input buffer NBin.
        public var inputBufferEntries: Int
        /// Entries of the output buffer NBout.
        public var outputBufferEntries: Int
        /// The clock.
        public var clock: Frequency

        /// Makes a tile.
        public init(
            neurons: Int, synapses: Int, synapseBufferEntries: Int, inputBufferEntries: Int, outputBufferEntries: Int,
            clock: Frequency
        ) {
            self.neurons = neurons
            self.synapses = synapses
            self.synapseBufferEntries = synapseBufferEntries
            self.inputBufferEntries = inputBufferEntries
            self.outputBufferEntries = outputBufferEntries
            self.clock = clock
        }

        /// The weight lanes: weights that are read in one cycle.
        public var lanes: Int { neurons * synapses }

        static let neuronRange = 1.0...1024
        static let entryRange = 1.0...1_048_576
        static let clockRange = 0.001...100_000
    }

    /// The name in files and on the command line, as `tile-65nm`.
    public let name: String

    /// The name a person reads.
    public let title: String

    /// The tile as it stands.
    public let tile: Tile

    /// The price of every component.
    public let costs: CostTable

    /// Where the description comes from.
    public let source: String

    /// What was set by name since it was described, as a what-if does: `source` says nothing of these.
    public internal(set) var changedByHand: Set<Parameter> = []

    /// Makes an accelerator.
    ///
    /// - Throws: `HardwareModelError.parameterOutOfRange` with the first parameter that the model does not cover.
    public init(
        name: String, title: String, tile: Tile, costs: CostTable, source: String
    ) throws(HardwareModelError) {
        try Self.check(tile)
        self.name = name
        self.title = title
        self.tile = tile
        self.costs = costs
        self.source = source
    }

    /// The same accelerator with another tile; its cost table says still what it was calibrated for, so that extrapolation shows.
    ///
    /// - Throws: `HardwareModelError.parameterOutOfRange` with the first parameter that the model does not cover.
    public func with(tile: Tile) throws(HardwareModelError) -> Accelerator {
        try changed(tile: tile)
    }

    /// The same accelerator under another name, and with another title if one is given.
    ///
    /// - Throws: nothing that a made accelerator has not passed already.
    public func with(name: String, title: String? = nil) throws(HardwareModelError) -> Accelerator {
        try changed(name: name, title: title)
    }

    /// The same accelerator with other prices.
    ///
    /// - Throws: nothing that a made accelerator has not passed already.
    public func with(costs: CostTable) throws(HardwareModelError) -> Accelerator {
        try changed(costs: costs)
    }

    private func changed(
        name: String? = nil, title: String? = nil, tile: Tile? = nil, costs: CostTable? = nil
    ) throws(HardwareModelError) -> Accelerator {
        var other = try Accelerator(
            name: name ?? self.name, title: title ?? self.title, tile: tile ?? self.tile, costs: costs ?? self.costs, source: source
        )
        other.changedByHand = changedByHand
        return other
    }

    private static func check(_ tile: Tile) throws(HardwareModelError) {
        let counts = [
            ("neurons", tile.neurons, Tile.neuronRange), ("synapses", tile.synapses, Tile.neuronRange),
            ("SB entries", tile.synapseBufferEntries, Tile.entryRange),
            ("NBin entries", tile.inputBufferEntries, Tile.entryRange),
            ("NBout entries", tile.outputBufferEntries, Tile.entryRange),
        ]
        for (what, value, range) in counts where !range.contains(Double(value)) {
            throw .parameterOutOfRange(what: what, value: Double(value), allowed: range)
        }
        guard Tile.clockRange.contains(tile.clock.megahertz) else {
            throw .parameterOutOfRange(what: "clock in MHz", value: tile.clock.megahertz, allowed: Tile.clockRange)
        }
    }
}
