import HardwareModel
import Quantities

/// What is believed of unit costs before any published figure is looked at, and how much can be said by the figures.
public struct CalibrationPrior: Hashable, Sendable {
    /// A unit cost that a publication gives.
    public struct Anchor: Hashable, Sendable {
        /// The component.
        public let component: Component
        /// Which cost.
        public let quantity: CostParameter.Quantity
        /// Its value, in the quantity's unit.
        public let value: Double
        /// The publication.
        public let source: String

        /// Makes an anchor.
        public init(component: Component, quantity: CostParameter.Quantity, value: Double, source: String) {
            self.component = component
            self.quantity = quantity
            self.value = value
            self.source = source
        }
    }

    /// The costs that are expected where no publication gives one.
    public var table: CostTable

    /// The costs that publications give; they come before the table.
    public var anchors: [Anchor]

    /// How far off a published unit cost may well be for this design and technology, as a share of it.
    public var anchorUncertainty: Double

    /// How far off a cost of the table may well be, as a share of it. Large, because a table that was fitted to the same figures is
    /// no evidence of its own, and would make held-out errors look smaller than they are.
    public var tableUncertainty: Double

    /// How far off a published area or power may be, as a share of it: Table III is rounded to 0.01 mm² of 1.21 mm².
    public var figureUncertainty: Double

    /// How far off a published share may be, from 0 to 1: the text rounds to a percent.
    public var shareUncertainty: Double

    /// Makes a prior.
    public init(
        table: CostTable, anchors: [Anchor] = CalibrationPrior.literature, anchorUncertainty: Double = 0.25,
        tableUncertainty: Double = 1, figureUncertainty: Double = 0.005, shareUncertainty: Double = 0.0025
    ) {
        self.table = table
        self.anchors = anchors
        self.anchorUncertainty = anchorUncertainty
        self.tableUncertainty = tableUncertainty
        self.figureUncertainty = figureUncertainty
        self.shareUncertainty = shareUncertainty
    }

    /// Costs of 65 nm and 45 nm components from other publications than the fitted one.
    public static let literature: [Anchor] = {
        let dianNao = "DianNao (Chen et al., ASPLOS 2014, 65 nm)"
        let horowitz = "Horowitz (ISSCC 2014, 45 nm)"
        return [
            Anchor(component: .synapseBufferNarrowBit, quantity: .area, value: 4.4, source: dianNao),
            Anchor(component: .fixedMultiplier, quantity: .area, value: 1309.0 / 256, source: "\(dianNao), 16 × 16 bit"),
            Anchor(component: .floatMultiplier, quantity: .area, value: 7998, source: dianNao),
            Anchor(component: .floatMultiplier, quantity: .energy, value: 3.7, source: horowitz),
            Anchor(component: .floatAdder, quantity: .energy, value: 0.9, source: horowitz),
        ]
    }()

    /// Every number of the table that a fit of a quantity may move.
    func parameters(of quantity: CostParameter.Quantity) -> [CostParameter] {
        groups(of: quantity).map { components in
            let anchor = anchors.first { $0.quantity == quantity && components.contains($0.component) }
            let own = components.first.map { quantity.value(of: table[$0]) } ?? 0
            return CostParameter(
                quantity: quantity, components: components, prior: anchor?.value ?? own,
                relativeUncertainty: anchor == nil ? tableUncertainty : anchorUncertainty,
                source: anchor?.source ?? "the cost table \(table.name)")
        }
    }

    private func groups(of quantity: CostParameter.Quantity) -> [[Component]] {
        let shared: [Component] = [.synapseBufferNarrowBit, .synapseBufferWideBit]
        guard quantity == .area else { return Component.allCases.map { [$0] } }
        return [shared] + Component.allCases.filter { !shared.contains($0) }.map { [$0] }
    }
}

extension CostParameter.Quantity {
    /// The cost of this kind, in its unit.
    func value(of cost: UnitCost) -> Double {
        switch self {
        case .area: cost.area.squareMicrometres
        case .energy: cost.energy.picojoules
        }
    }
}
