import DesignSpace
import HardwareModel
import Precision
import Quantities

/// Fits one quantity of a cost table to the figures of some of a study's accelerators.
struct CostFit {
    /// A buffers' share that the paper gives as an end of a range, with the precision that has it.
    struct Share: Hashable {
        let precision: Precision
        /// From 0 to 1.
        let value: Double
    }

    let quantity: CostParameter.Quantity
    let parameters: [CostParameter]
    let designs: UnitDesigns
    let prior: CalibrationPrior
    let clock: Frequency
    let shares: [Share]

    /// The published figure of a row, in the unit of the parameters: square micrometres, or picojoules per cycle.
    func figure(of row: PublishedStudy.DesignRow) -> Double {
        switch quantity {
        case .area: row.area.squareMicrometres
        case .energy: row.power.milliwatts * 1e3 / clock.megahertz
        }
    }

    /// The parameters that fit rows best, relative to their expected values, with what is left unsure.
    ///
    /// A share is met if buffers = share * total, both linear in the costs; a share of a row that is left out is left out as well.
    func fitted(to rows: [PublishedStudy.DesignRow]) throws(CalibrationError) -> (values: [Double], deviations: [Double]) {
        var equations: [LeastSquares.Equation] = []
        for row in rows {
            let figure = figure(of: row)
            let totals = parameters.map { designs.factor(of: $0, in: row.precision) * $0.prior / figure }
            equations.append(.init(coefficients: totals, target: 1, uncertainty: prior.figureUncertainty))
            for share in shares where share.precision == row.precision {
                let buffers = parameters.map { designs.bufferFactor(of: $0, in: row.precision) * $0.prior / figure }
                let difference = zip(buffers, totals).map { $0 - share.value * $1 }
                equations.append(.init(coefficients: difference, target: 0, uncertainty: prior.shareUncertainty))
            }
        }
        let problem = LeastSquares(equations: equations, priorUncertainties: parameters.map(\.relativeUncertainty))
        guard let values = problem.solution(), let deviations = problem.deviations() else { throw .singular }
        return (values, deviations)
    }

    /// What the model says of a row under fitted parameters, in the unit of `figure(of:)`.
    func modelled(_ row: PublishedStudy.DesignRow, _ values: [Double]) -> Double {
        zip(parameters, values).reduce(0) { $0 + designs.factor(of: $1.0, in: row.precision) * $1.0.prior * $1.1 }
    }

    /// The buffers' share of a row under fitted parameters, from 0 to 1.
    func bufferShare(_ row: PublishedStudy.DesignRow, _ values: [Double]) -> Double {
        let buffers = zip(parameters, values).reduce(0) {
            $0 + designs.bufferFactor(of: $1.0, in: row.precision) * $1.0.prior * $1.1
        }
        return buffers / modelled(row, values)
    }
}
