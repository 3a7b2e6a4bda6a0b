import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import Terminal

/// What dominates a point of a plot, in words, and the smallest changes, of one of the two axes, that would put it on the frontier.
struct PointDomination {
    private let plot: FrontierPlot
    private let rows: [EvaluatedPoint]
    private let index: Int
    private let domination: Frontier.Domination

    /// Nil for a point on the frontier.
    ///
    /// - Parameter index: the position of the point in the plot's points.
    init?(of index: Int, in plot: FrontierPlot, _ rows: [EvaluatedPoint]) {
        guard !plot.points[index].isOnFrontier, let domination = plot.line.domination(of: index) else { return nil }
        (self.plot, self.rows, self.index, self.domination) = (plot, rows, index, domination)
    }

    private var row: EvaluatedPoint { rows[plot.points[index].position] }

    /// The dominator, with the source of its accuracy as a mark, in words where it is the same design point: with recipe or import.
    var dominatorName: String { dominatorName(domination.dominator) }

    /// What is missing, and what dominates: the more accurate point, and the cheaper one if that is another and there is room for both.
    func sentence(columns: Int) -> String {
        let both = changes
        let sentence = { (changes: [String], names: String) in
            "\(changes.isEmpty ? "hardly" : changes.joined(separator: " or ")) off the frontier: dominated by \(names)"
        }
        guard both.count == 2, domination.cheapest != domination.dominator else { return sentence(both, dominatorName) }
        let whole = sentence(both, "\(dominatorName) and \(dominatorName(domination.cheapest))")
        return whole.displayColumns <= columns ? whole : sentence(Array(both.prefix(1)), dominatorName)
    }

    private func dominatorName(_ index: Int) -> String {
        let dominator = plot.points[index]
        let other = rows[dominator.position]
        let source =
            other.point == row.point
            ? " (\([dominator.source.rawValue, RowName.detail(of: other)].compactMap(\.self).joined(separator: " ")))" : other.mark
        let isTie = row.accuracy.flatMap { ours in other.accuracy.map(ours.ties(with:)) } ?? false
        // What is dear enough not to be had is told as that.
        let budget = dominator.fits ? "" : ", over budget"
        return "\(other.evaluation.network.title) \(other.point.shortName)\(source)\(isTie ? ", a tie" : "")\(budget)"
    }

    /// How much more gain, and how much less cost, would put the point on the frontier; a change of nothing, as at the same cost, is none.
    ///
    /// The first has a width of its own, so that moving from point to point changes few cells.
    var changes: [String] {
        let gain = plot.shownGain(to: domination.dominator, from: index).text(decimals: 2)
        let less = ((1 - domination.costShare) * 100).text(decimals: 1)
        guard Double(gain) != 0 else { return Double(less) == 0 ? [] : ["\(less.leading(to: 4)) % \(plot.cost.title)"] }
        return ["\(gain.leading(to: 5)) points"] + (Double(less) == 0 ? [] : ["\(less) % \(plot.cost.title)"])
    }

    /// The lines of a panel that explain it.
    var lines: [TextLine] {
        let others = plot.line.dominators(of: index).filter { $0 != domination.dominator }
        var lines: [TextLine] = [
            .empty,
            TextLine([Phrase("off the frontier", .heading), Phrase("  dominated by \(dominatorName)", .strong)]),
            TextLine("  by       \(advantage(of: domination.dominator))"),
        ]
        if !others.isEmpty {
            let named = others.prefix(3).map { "\(name($0)) (\(advantage(of: $0)))" }
            let more = others.count > 3 ? " and \((others.count - 3).groupedText) more" : ""
            lines.append(TextLine("  also by  \(named.joined(separator: ", "))\(more)"))
        }
        let changes = changes.map { $0.drop { $0 == " " } }
        let change = changes.isEmpty ? "hardly anything" : "more than \(changes.joined(separator: " or "))"
        lines.append(TextLine("  missing  \(change): that much would put it on the frontier"))
        return lines
    }

    private func name(_ other: Int) -> String {
        let row = rows[plot.points[other].position]
        return "\(row.evaluation.network.title) \(row.point.shortName)\(row.mark)\(plot.points[other].fits ? "" : ", over budget")"
    }

    /// What another point has more of, and takes less of.
    private func advantage(of other: Int) -> String {
        let gain = plot.shownGain(to: other, from: index)
        let less = (1 - plot.points[other].x / plot.points[index].x) * 100
        let gained = gain == 0 ? "the same \(plot.quality.rawValue)" : "\(gain.signedText(decimals: 2)) points"
        let saved = less.text(decimals: 1)
        return "\(gained), \(Double(saved) == 0 ? "the same \(plot.cost.title)" : "\(saved) % less \(plot.cost.title)")"
    }
}

extension FrontierPlot {
    /// How much better another point is, of the two figures as they are shown.
    func shownGain(to better: Int, from index: Int) -> Double {
        let gain = points[better].y.shownDifference(from: points[index].y, decimals: 2)
        return quality == .accuracy ? gain : -gain
    }
}
