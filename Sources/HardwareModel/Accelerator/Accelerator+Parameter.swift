import Quantities

extension Accelerator {
    /// A number of an accelerator that can be changed by its name: of the tile, or a component's cost.
    public enum Parameter: Hashable, Sendable {
        /// The clock in MHz.
        case clock
        /// Neurons of the tile.
        case neurons
        /// Synapses of each neuron.
        case synapses
        /// Entries of the weight buffer SB.
        case synapseBufferEntries
        /// Entries of the input buffer NBin.
        case inputBufferEntries
        /// Entries of the output buffer NBout.
        case outputBufferEntries
        /// The area of one unit of a component, in µm².
        case area(Component)
        /// The energy of one operation of a component, in pJ.
        case energy(Component)

        /// Every parameter: those of the tile first.
        public static let all: [Parameter] =
            [.clock, .neurons, .synapses, .synapseBufferEntries, .inputBufferEntries, .outputBufferEntries]
            + Component.allCases.flatMap { [.energy($0), .area($0)] }

        /// The name, as in `clock`, `sb` or `fixed_multiplier.energy`.
        public var name: String {
            switch self {
            case .clock: "clock"
            case .neurons: "neurons"
            case .synapses: "synapses"
            case .synapseBufferEntries: "sb"
            case .inputBufferEntries: "nbin"
            case .outputBufferEntries: "nbout"
            case .area(let component): "\(component.rawValue).area"
            case .energy(let component): "\(component.rawValue).energy"
            }
        }

        /// The unit; empty for a count.
        public var unit: String {
            switch self {
            case .clock: "MHz"
            case .area: "µm²"
            case .energy: "pJ"
            default: ""
            }
        }

        /// Whether it is a number of whole things.
        public var isCount: Bool { unit.isEmpty }

        /// The values that the model covers, in its unit.
        public var allowed: ClosedRange<Double> {
            switch self {
            case .clock: Tile.clockRange
            case .neurons, .synapses: Tile.neuronRange
            case .synapseBufferEntries, .inputBufferEntries, .outputBufferEntries: Tile.entryRange
            case .area, .energy: UnitCost.range
            }
        }
    }

    /// The value of a parameter, in its unit.
    public subscript(parameter: Parameter) -> Double {
        switch parameter {
        case .clock: tile.clock.megahertz
        case .neurons: Double(tile.neurons)
        case .synapses: Double(tile.synapses)
        case .synapseBufferEntries: Double(tile.synapseBufferEntries)
        case .inputBufferEntries: Double(tile.inputBufferEntries)
        case .outputBufferEntries: Double(tile.outputBufferEntries)
        case .area(let component): costs[component].area.squareMicrometres
        case .energy(let component): costs[component].energy.picojoules
        }
    }

    /// The same accelerator with another value of a parameter, which says so where its source stands.
    ///
    /// - Throws: `HardwareModelError.parameterOutOfRange` for a value that the model does not cover, `.costOutOfRange` for such a cost.
    public func setting(_ parameter: Parameter, to value: Double) throws(HardwareModelError) -> Accelerator {
        if value == self[parameter] { return self }
        var tile = tile
        switch parameter {
        case .clock:
            guard parameter.allowed.contains(value) else {
                throw .parameterOutOfRange(what: "clock in MHz", value: value, allowed: parameter.allowed)
            }
            tile.clock = .megahertz(value)
        case .neurons: tile.neurons = try Self.count(value, parameter)
        case .synapses: tile.synapses = try Self.count(value, parameter)
        case .synapseBufferEntries: tile.synapseBufferEntries = try Self.count(value, parameter)
        case .inputBufferEntries: tile.inputBufferEntries = try Self.count(value, parameter)
        case .outputBufferEntries: tile.outputBufferEntries = try Self.count(value, parameter)
        case .area(let component), .energy(let component): return try setting(parameter, of: component, to: value)
        }
        var other = try with(tile: tile)
        other.changedByHand.insert(parameter)
        return other
    }

    private func setting(
        _ parameter: Parameter, of component: Component, to value: Double
    ) throws(HardwareModelError) -> Accelerator {
        guard parameter.allowed.contains(value) else {
            throw .costOutOfRange(component: component, what: parameter.name, value: value)
        }
        var cost = costs[component]
        if case .area = parameter { cost.area = .squareMicrometres(value) } else { cost.energy = .picojoules(value) }
        var costs = costs
        costs[component] = cost
        var other = try with(costs: costs)
        other.changedByHand.insert(parameter)
        // Of both costs of a component, the other one's change stays told.
        let changes = other.changesByHand(among: [.energy(component), .area(component)]) ?? parameter.name
        cost.source = "changed by hand: \(changes)"
        costs[component] = cost
        return try other.with(costs: costs)
    }

    private static func count(_ value: Double, _ parameter: Parameter) throws(HardwareModelError) -> Int {
        guard parameter.allowed.contains(value), value == value.rounded() else {
            throw .parameterOutOfRange(what: parameter.name, value: value, allowed: parameter.allowed)
        }
        return Int(value)
    }

    /// The given parameters that were changed by hand, with their values and units, as `clock = 500 MHz, sb = 64`; nil if none was.
    public func changesByHand(among parameters: [Parameter] = Parameter.all) -> String? {
        let changed = parameters.filter(changedByHand.contains)
        guard !changed.isEmpty else { return nil }
        return changed.map { "\($0.name) = \(self[$0].shortText)" + ($0.unit.isEmpty ? "" : " \($0.unit)") }
            .joined(separator: ", ")
    }

    /// Who says what a parameter of the tile is: the description, unless it was changed by hand.
    public func source(of parameter: Parameter) -> String {
        changesByHand(among: [parameter]).map { "changed by hand: \($0)" } ?? source
    }

    /// Who says what a component costs, and which parameters of the tile that its use follows from were changed by hand.
    public func source(of use: ComponentUse) -> String {
        costs[use.component].source + (costs.macroFamily(of: use.component).map { "; \($0)" } ?? "")
            + (changesByHand(among: use.tileParameters).map { "; changed by hand: \($0)" } ?? "")
    }

    /// The parameters in which it differs from another accelerator.
    public func changes(from other: Accelerator) -> [Parameter] { Parameter.all.filter { self[$0] != other[$0] } }
}
