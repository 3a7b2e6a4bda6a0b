import Precision
import Quantities

/// The price of every component in one technology.
public struct CostTable: Hashable, Sendable {
    /// The widest SB word that is built from the narrow SRAM macro family.
    public var narrowWordBits: Int

    /// The number of entries of a buffer for which its energy per bit holds.
    public struct ReferenceDepth: Hashable, Sendable {
        /// Entries of SB.
        public var synapseBufferEntries: Int
        /// Entries of NBin and of NBout.
        public var dataBufferEntries: Int
        /// How a buffer's energy per bit grows with its depth: energy * (entries / reference entries) ^ exponent.
        public var energyExponent: Double
        /// Where the rule comes from.
        public var source: String

        /// Makes a rule.
        public init(synapseBufferEntries: Int, dataBufferEntries: Int, energyExponent: Double, source: String) {
            self.synapseBufferEntries = synapseBufferEntries
            self.dataBufferEntries = dataBufferEntries
            self.energyExponent = energyExponent
            self.source = source
        }
    }

    /// What the costs were fitted to: everything else is extrapolated.
    public struct Calibration: Hashable, Sendable {
        /// The tile.
        public var tile: Accelerator.Tile
        /// The precisions.
        public var precisions: [Precision]

        /// Makes a calibration.
        public init(tile: Accelerator.Tile, precisions: [Precision]) {
            self.tile = tile
            self.precisions = precisions
        }
    }

    /// The name of the table in files, as `generic-65nm`.
    public let name: String

    /// The name a person reads.
    public let title: String

    /// The depth rule of the buffers.
    public var referenceDepth: ReferenceDepth

    /// The energy of one cycle that gated accounting does not charge.
    public var idleEnergyPerCycle: Energy

    /// Where the idle energy comes from.
    public var idleEnergySource: String

    /// What the costs were fitted to; nil if nobody says.
    public var calibration: Calibration?

    private var costs: [UnitCost]

    /// Makes a table.
    ///
    /// - Throws: `HardwareModelError.missingComponents` unless every component has a cost,
    ///   `HardwareModelError.costOutOfRange` if an area or an energy is negative or not finite.
    public init(
        name: String, title: String, costs: [Component: UnitCost], narrowWordBits: Int, referenceDepth: ReferenceDepth,
        idleEnergyPerCycle: Energy, idleEnergySource: String, calibration: Calibration? = nil
    ) throws(HardwareModelError) {
        let missing = Component.allCases.filter { costs[$0] == nil }
        guard missing.isEmpty else { throw .missingComponents(missing) }
        for component in Component.allCases {
            guard let cost = costs[component] else { continue }
            for (what, value) in [("area", cost.area.squareMicrometres), ("energy", cost.energy.picojoules)]
            where !UnitCost.range.contains(value) {
                throw .costOutOfRange(component: component, what: what, value: value)
            }
        }
        self.name = name
        self.title = title
        self.costs = Component.allCases.compactMap { costs[$0] }
        self.narrowWordBits = narrowWordBits
        self.referenceDepth = referenceDepth
        self.idleEnergyPerCycle = idleEnergyPerCycle
        self.idleEnergySource = idleEnergySource
        self.calibration = calibration
    }

    /// Which of the two families of SRAM macros a bit of SB is of, and where the other begins; nil for any other component.
    ///
    /// The step between them is in the power of Hashemi et al., Table III, between 8 and 16 bit; the area there has none.
    func macroFamily(of component: Component) -> String? {
        guard component == .synapseBufferNarrowBit || component == .synapseBufferWideBit else { return nil }
        let (narrow, wide) = (self[.synapseBufferNarrowBit].energy, self[.synapseBufferWideBit].energy)
        guard narrow > .picojoules(0), narrow != wide else { return nil }
        return "words of up to \(narrowWordBits) bit are of one SRAM macro family, wider ones of another, "
            + "of which a bit takes × \((wide / narrow).text(significant: 3)) the energy: a step in Table III"
    }

    /// The cost of one unit of a component.
    public subscript(component: Component) -> UnitCost {
        get { costs[component.index] }
        set { costs[component.index] = newValue }
    }
}

extension Component {
    /// The position in `allCases`; a switch, because the table is read for every component of every design point.
    var index: Int {
        switch self {
        case .synapseBufferNarrowBit: 0
        case .synapseBufferWideBit: 1
        case .dataBufferBit: 2
        case .fixedMultiplier: 3
        case .floatMultiplier: 4
        case .barrelShifter: 5
        case .negation: 6
        case .integerAdder: 7
        case .floatAdder: 8
        case .registerBit: 9
        case .control: 10
        }
    }
}
