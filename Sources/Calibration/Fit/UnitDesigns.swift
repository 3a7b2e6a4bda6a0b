import DesignSpace
import HardwareModel
import Precision
import Quantities

/// How much of every unit cost a design contains: area and energy per cycle are linear in the unit costs, and these are the factors.
struct UnitDesigns {
    /// Factors of the components of one precision.
    struct Factors: Hashable {
        /// Units of area, by component.
        var area: [Component: Double] = [:]
        /// Units of energy in a cycle, by component.
        var energy: [Component: Double] = [:]
    }

    private var factors: [Precision: Factors] = [:]

    /// Finds the factors by pricing one component at a time at one square micrometre and one picojoule, so that they are the
    /// hardware model's own.
    init(_ accelerator: Accelerator, precisions: [Precision]) throws(HardwareModelError) {
        for component in Component.allCases {
            var costs = accelerator.costs
            for other in Component.allCases {
                let unit = other == component ? 1.0 : 0
                costs[other] = UnitCost(area: .squareMicrometres(unit), energy: .picojoules(unit), source: "")
            }
            let priced = try accelerator.with(costs: costs)
            for precision in precisions {
                let design = Design(priced, precision: precision)
                factors[precision, default: Factors()].area[component] = design.area.squareMicrometres
                factors[precision, default: Factors()].energy[component] = design.energyPerCycle.picojoules
            }
        }
    }

    /// How much of a parameter a design contains.
    func factor(of parameter: CostParameter, in precision: Precision) -> Double {
        let all = parameter.quantity == .area ? factors[precision]?.area : factors[precision]?.energy
        return parameter.components.reduce(0) { $0 + (all?[$1] ?? 0) }
    }

    /// How much of a parameter the buffers of a design contain.
    func bufferFactor(of parameter: CostParameter, in precision: Precision) -> Double {
        parameter.components.allSatisfy { $0.group == .buffer } ? factor(of: parameter, in: precision) : 0
    }
}
