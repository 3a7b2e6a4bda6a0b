import DesignSpace
import HardwareModel
import Precision
import Quantities

/// A cost table fitted to a study's accelerators, how well it fits, how well it predicts what it was not shown, and what it cannot say.
public struct CalibrationReport: Hashable, Sendable {
    /// A figure of the study beside the fitted model's, and beside the model's that was fitted without its row.
    public struct Row: Hashable, Sendable {
        /// The precision.
        public let precision: Precision
        /// Area, or energy for power.
        public let quantity: CostParameter.Quantity
        /// The published figure, in mm² or mW.
        public let published: Double
        /// The fitted model's figure.
        public let fitted: Double
        /// The figure of a model that was fitted to all rows but this one.
        public let heldOut: Double

        /// How much higher the fitted model is, in percent.
        public var fittedErrorPercent: Double { (fitted / published - 1) * 100 }
        /// How much higher the model without this row is, in percent.
        public var heldOutErrorPercent: Double { (heldOut / published - 1) * 100 }
    }

    /// A fitted cost.
    public struct Parameter: Hashable, Sendable {
        /// What was fitted, and what was expected of it.
        public let parameter: CostParameter
        /// Its fitted value, in the quantity's unit.
        public let fitted: Double
        /// The precisions whose figures contain it.
        public let precisions: [Precision]
        /// How much of the uncertainty about it the figures took away, from 0 (nothing: pure prior) to 1.
        public let learned: Double

        /// Whether it occurs in at most one row, so that without this row nothing but the prior is known of it.
        public var isPurePriorWhenHeldOut: Bool { precisions.count <= 1 }
    }

    /// The end of a range of the buffers' shares.
    public struct Share: Hashable, Sendable {
        /// Area, or energy for power.
        public let quantity: CostParameter.Quantity
        /// The precision that has it.
        public let precision: Precision
        /// As published, in percent.
        public let publishedPercent: Double
        /// The fitted model's, in percent.
        public let fittedPercent: Double
    }

    /// The fitted table.
    public let table: CostTable
    /// Every fitted cost, areas first.
    public let parameters: [Parameter]
    /// Every figure, areas first.
    public let rows: [Row]
    /// The buffers' shares.
    public let shares: [Share]

    /// The largest fitted error of a quantity, in percent, without its sign.
    public func worstFittedErrorPercent(of quantity: CostParameter.Quantity) -> Double {
        rows.filter { $0.quantity == quantity }.map(\.fittedErrorPercent.magnitude).max() ?? 0
    }

    /// The fewest rows with which leaving one out makes sense.
    public static let fewestDesigns = 2

    /// Fits a cost table.
    ///
    /// - Parameter prior: what is expected of the costs; the literature's values and otherwise the accelerator's own table if nil.
    /// - Throws: `CalibrationError` if the study has too few accelerators, or a figure that is not positive.
    public init(
        of study: PublishedStudy, on accelerator: Accelerator, prior: CalibrationPrior? = nil
    ) throws(CalibrationError) {
        let prior = prior ?? CalibrationPrior(table: accelerator.costs)
        try Self.check(study)
        let designs: UnitDesigns
        do {
            designs = try UnitDesigns(accelerator, precisions: study.designs.map(\.precision))
        } catch {
            throw .hardware(error)
        }
        var results: [QuantityReport] = []
        for quantity in CostParameter.Quantity.allCases {
            let parameters = prior.parameters(of: quantity)
            let expected = Array(repeating: 1.0, count: parameters.count)
            let plain = CostFit(
                quantity: quantity, parameters: parameters, designs: designs, prior: prior, clock: accelerator.tile.clock,
                shares: [])
            let shares = plain.shares(of: study, values: expected)
            let fit = CostFit(
                quantity: quantity, parameters: parameters, designs: designs, prior: prior, clock: accelerator.tile.clock,
                shares: shares)
            results.append(try QuantityReport(fit, rows: study.designs))
        }
        parameters = results.flatMap(\.parameters)
        rows = results.flatMap(\.rows)
        shares = results.flatMap(\.shares)
        var table = accelerator.costs.replacing(results.flatMap(\.parameters), source: study.designSource)
        table.calibration = CostTable.Calibration(tile: accelerator.tile, precisions: study.designs.map(\.precision))
        self.table = table
    }

    private static func check(_ study: PublishedStudy) throws(CalibrationError) {
        guard study.designs.count >= fewestDesigns else {
            throw .tooFewDesigns(count: study.designs.count, needed: fewestDesigns)
        }
        for row in study.designs {
            let figures = [("area", row.area.squareMillimetres), ("power", row.power.milliwatts)]
            for (what, value) in figures where !(value > 0 && value.isFinite) {
                throw .notPositive(precision: row.precision.name, what: what, value: value)
            }
        }
    }
}
