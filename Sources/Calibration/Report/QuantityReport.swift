import DesignSpace
import HardwareModel
import Precision
import Quantities

/// The half of a report that is about area, or about power.
struct QuantityReport {
    let parameters: [CalibrationReport.Parameter]
    let rows: [CalibrationReport.Row]
    let shares: [CalibrationReport.Share]

    /// Fits all rows, and all but each one.
    init(_ fit: CostFit, rows study: [PublishedStudy.DesignRow]) throws(CalibrationError) {
        let (values, deviations) = try fit.fitted(to: study)
        parameters = fit.parameters.indices.map { index in
            let parameter = fit.parameters[index]
            return CalibrationReport.Parameter(
                parameter: parameter, fitted: parameter.prior * values[index],
                precisions: study.map(\.precision).filter { fit.designs.factor(of: parameter, in: $0) > 0 },
                learned: 1 - deviations[index] / parameter.relativeUncertainty)
        }
        var rows: [CalibrationReport.Row] = []
        for (index, row) in study.enumerated() {
            var others = study
            others.remove(at: index)
            let without = try fit.fitted(to: others).values
            let scale = (fit.quantity == .area ? row.area.squareMillimetres : row.power.milliwatts) / fit.figure(of: row)
            rows.append(
                CalibrationReport.Row(
                    precision: row.precision, quantity: fit.quantity, published: fit.figure(of: row) * scale,
                    fitted: fit.modelled(row, values) * scale, heldOut: fit.modelled(row, without) * scale))
        }
        self.rows = rows
        shares = fit.shares.compactMap { share in
            guard let row = study.first(where: { $0.precision == share.precision }) else { return nil }
            return CalibrationReport.Share(
                quantity: fit.quantity, precision: share.precision, publishedPercent: share.value * 100,
                fittedPercent: fit.bufferShare(row, values) * 100)
        }
    }
}

extension CostFit {
    /// The published ends of the range of the buffers' shares, given to the rows that have the smallest and largest share under
    /// some parameters: the paper does not say which.
    func shares(of study: PublishedStudy, values: [Double]) -> [Share] {
        guard let ranges = study.bufferShares else { return [] }
        let range = quantity == .area ? ranges.areaPercent : ranges.powerPercent
        func share(_ row: PublishedStudy.DesignRow) -> Double { bufferShare(row, values) }
        guard let smallest = study.designs.min(by: { share($0) < share($1) }),
            let largest = study.designs.max(by: { share($0) < share($1) })
        else { return [] }
        return [
            Share(precision: smallest.precision, value: range.lowerBound / 100),
            Share(precision: largest.precision, value: range.upperBound / 100),
        ]
    }
}

extension CostTable {
    /// The table with fitted costs, each saying what it was fitted to and with which expectation.
    func replacing(_ parameters: [CalibrationReport.Parameter], source: String) -> CostTable {
        var table = self
        for parameter in parameters {
            for component in parameter.parameter.components {
                switch parameter.parameter.quantity {
                case .area: table[component].area = .squareMicrometres(parameter.fitted)
                case .energy: table[component].energy = .picojoules(parameter.fitted)
                }
                table[component].source = "fitted to \(source)"
            }
        }
        return table
    }
}
