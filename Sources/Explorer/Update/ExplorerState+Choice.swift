import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities

extension ExplorerState {
    /// How many points of accuracy below the baseline are still good enough; the key for it goes through them.
    static let allowances = [0.5, 1, 2, 5]

    /// Goes to where paying more begins to bring little.
    mutating func selectKnee() {
        guard let knee = plot.line.knee else {
            message = "the frontier has no knee"
            return
        }
        select(plot.points[knee].position)
        message = "the knee: beyond it more \(plot.cost.title) brings little"
    }

    /// Goes to the cheapest point within an allowance of the baseline's accuracy; asked again at once, with the next allowance.
    mutating func selectCheapest() {
        guard plot.points.contains(where: \.isBaseline) else {
            message = "the baseline of this data set has no accuracy"
            return
        }
        let place = allowancePlace.map { ($0 + 1) % Self.allowances.count } ?? 1
        let allowance = Self.allowances[place]
        let unit = "\(allowance.trimmed(significant: 2)) \(allowance == 1 ? "point" : "points")"
        allowancePlace = place
        // Every point is held against the baseline of its own source: measured ones against the measured baseline.
        let shown = plot.points.filter { $0.isShown && $0.fits }
        // What cannot be held against one is no choice, and takes none from the others.
        let compared = shown.filter { points.rows[$0.position].baselineAccuracy?.percent != nil }
        let near = undominated(compared).filter { points.rows[$0.position].accuracyDrop.map { $0 <= allowance } ?? false }
        let unknown = shown.count - compared.count
        let rest = unknown == 0 ? "" : "; \(unknown.counted("point")) without a baseline of the same source left out"
        guard let found = near.first else {
            let fitting = budget == nil ? "" : " that fits the budget"
            message = "no point\(fitting) is within \(unit) of its baseline\(rest); b again: another allowance"
            return
        }
        select(found.position)
        let row = points.rows[found.position]
        let figure = row.baselineAccuracy?.percent.map { " (\(row.accuracy?.source.rawValue ?? "") \($0.text(decimals: 2)))" } ?? ""
        let name = "\(row.baseline.network.title) \(row.baseline.precision.name)\(figure)"
        let fitting = budget == nil ? "" : " that fits the budget,"
        message = "the least \(plot.cost.title)\(fitting) within \(unit) of \(name)\(rest); b again: another allowance"
    }

    /// Of some points those that no other of them is better than for as little, the cheapest first: a recipe that trained little, held against
    /// its own baseline, is no choice where another is better at the same cost.
    private func undominated(_ some: [PlottedPoint]) -> [PlottedPoint] {
        let worth = { [plot] (point: PlottedPoint) in plot.quality == .accuracy ? point.y : -point.y }
        var best: (worth: Double, x: Double)?
        return some.sorted { ($0.x, -worth($0)) < ($1.x, -worth($1)) }.filter { point in
            let value = worth(point)
            if let best, value < best.worth || value == best.worth && point.x > best.x { return false }
            best = (value, point.x)
            return true
        }
    }

    /// Positions of the shown rows that fit the budget, in the table's order.
    var fittingPositions: [Int] { points.order.filter { !points.overBudget.contains($0) } }

    /// Goes to the most accurate point that fits the budget; of equally accurate ones to the cheapest.
    mutating func selectBest() {
        let known = fittingPositions.compactMap(plot.point(ofRow:))
        let best = known.min { left, right in
            let (worse, better) = plot.quality == .accuracy ? (right.y, left.y) : (left.y, right.y)
            return worse == better ? left.x < right.x : better > worse
        }
        guard let best else {
            message = "no point with an accuracy \(budget == nil ? "passes the filter" : "fits the budget")"
            return
        }
        select(best.position)
        message = budget == nil ? "the best point; B sets a budget" : "the best point under the budget"
    }
}
