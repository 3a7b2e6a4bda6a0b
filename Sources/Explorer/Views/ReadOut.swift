import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import Terminal

/// What there is to say of the selected point, the most needed first.
struct ReadOut {
    let row: EvaluatedPoint
    private let state: ExplorerState
    let position: Int
    /// How far its training is.
    let stateText: String
    /// What of the budget it breaks, or that the filter hides it; nil for neither.
    private let objection: String?
    /// The row on the accelerator that the study was opened on; nil while that is the one looked at.
    let original: EvaluatedPoint?

    /// Nil if nothing is selected.
    init?(_ state: ExplorerState) {
        guard let position = state.selectedPosition else { return nil }
        self.state = state
        self.position = position
        row = state.points.rows[position]
        original = state.original(of: row)
        stateText = state.stateText(of: row)
        objection = state.objection(toRow: position)
    }

    /// Accuracy and energy.
    var figures: Fitting {
        var fitting = Fitting()
        fitting.add("\(row.accuracyText) %", rank: 0)
        fitting.add("\(row.evaluation.energy.microjoules.text(significant: 4))\(mark(.energy)) µJ", rank: 1)
        return fitting
    }

    /// Name, accuracy and energy in the fewest words, then the rest: for where there is no room for a row of figures.
    var shortPieces: Fitting {
        var fitting = Fitting()
        let sign = state.points.overBudget.contains(position) ? " \(ExplorerState.overBudgetMark)" : ""
        fitting.add("▸ \(row.evaluation.network.title) \(row.point.shortestName)\(row.mark)\(sign)", .strong, rank: 0)
        for (rank, piece) in figures.pieces.enumerated() { fitting.add(piece.line, rank: 1 + rank) }
        fitting.add(row.accuracy?.source.rawValue ?? row.state.text, .quiet, rank: 3)
        if let objection { fitting.add(objection, .mistake, rank: 3) }
        fitting.add(saving, rank: 5)
        fitting.add(shortStanding, rank: 4)
        return fitting
    }

    /// Where the point stands against the frontier and the baseline, in pieces with ranks for leaving them out.
    var sentence: Fitting {
        var fitting = standings
        fitting.add(tie, rank: 5)
        return fitting.followed(by: background)
    }

    /// Where the point stands against the frontier.
    var standings: Fitting {
        var fitting = Fitting()
        if let accuracy = row.accuracy, !accuracy.converged { fitting.add("not converged", .mistake, rank: 0) }
        if let objection { fitting.add(objection, .mistake, rank: 0) }
        fitting.add(standing, rank: 1)
        fitting.add(next, rank: 2)
        fitting.add(neighbours, rank: 4)
        return fitting
    }

    /// What is the same for all points, then what to think of the figures and where they come from.
    var background: Fitting {
        var fitting = Fitting()
        fitting.add(rivalry, rank: 6)
        for caveat in row.evaluation.caveats { fitting.add(caveat.rawValue, .mistake, rank: 7) }
        if let origin = row.accuracy?.origin { fitting.add(origin, .quiet, rank: 8) }
        return fitting
    }

    /// The sign of a figure that another accelerator has changed.
    private func mark(_ column: Column) -> String { column.isChanged(in: row, from: original) ? ExplorerState.changedMark : "" }

    private var saving: TextLine {
        if row.point.reference.precision == row.baseline.precision, row.evaluation.network == row.baseline.network {
            return TextLine("the baseline", .quiet)
        }
        let percent = row.energySavingPercent
        if percent >= 0 { return TextLine("saves \(percent.text(decimals: 1))\(mark(.saving)) %") }
        let multiple = row.evaluation.energy / row.baseline.energy
        return TextLine("takes \(multiple.multipleText(of: "energy", against: "baseline", mark: mark(.saving)))")
    }

    /// Its place against the frontier where there is no room to say how far it is off.
    private var shortStanding: TextLine {
        guard
            let index = state.plot.index(ofRow: position), !state.plot.points[index].isOnFrontier,
            let domination = state.plot.line.domination(of: index)
        else { return standing }
        let other = state.points.rows[state.plot.points[domination.dominator].position]
        return TextLine("dominated by \(other.evaluation.network.title) \(other.point.shortName)")
    }

    /// Its place against the frontier of the axes that are shown.
    private var standing: TextLine {
        guard let index = state.plot.index(ofRow: position) else {
            return TextLine(row.state == .notRun && stateText == row.state.text ? "not trained" : stateText, .quiet)
        }
        if state.plot.points[index].isOnFrontier {
            return TextLine(state.plot.line.knee == index ? "on the frontier, its knee" : "on the frontier", .frontier)
        }
        return state.plot.points[index].isConverged ? dominator(of: index) : TextLine("no part of the frontier", .quiet)
    }

    /// What dominates a point, and the smallest changes, of one of the two, that would put it on the frontier.
    private func dominator(of index: Int) -> TextLine {
        guard let domination = PointDomination(of: index, in: state.plot, state.points.rows) else { return .empty }
        // On a wide screen what is said against the baseline stands in the same line.
        let other = state.size.columns >= FrontierView.widest ? tie.text.displayColumns : 0
        return TextLine(domination.sentence(columns: state.size.columns - other - 10))
    }

    /// How much better another point is, and whether the difference means anything.
    private func gain(to better: Int, from index: Int) -> String {
        let gain = state.plot.shownGain(to: better, from: index).signedText(decimals: 2)
        guard let ours = row.accuracy, let theirs = state.points.rows[state.plot.points[better].position].accuracy,
            ours.ties(with: theirs)
        else {
            return "\(gain) points"
        }
        return "\(gain) points (a tie)"
    }

    /// Where the point stands against the baseline.
    var tie: TextLine {
        guard
            let accuracy = row.accuracy, let baseline = row.baselineAccuracy, let percent = baseline.percent,
            row.evaluation.network != row.baseline.network || row.evaluation.precision != row.baseline.precision
        else { return .empty }
        let name = "\(row.baseline.network.title) \(row.baseline.precision.name)"
        if accuracy.ties(with: baseline) { return TextLine("ties \(name) (\(percent.text(decimals: 2)))") }
        guard let ours = accuracy.percent else { return .empty }
        return TextLine("\(Column.accuracy.differenceText(of: ours, from: percent)) points against \(name)")
    }

    private var next: TextLine {
        guard let index = state.plot.index(ofRow: position), let next = state.plot.line.neighbour(of: index, towardsMoreCost: true)
        else {
            return .empty
        }
        let cost = state.plot.line.trade(from: index, to: next).costRatio.multipleText(of: state.plot.cost.title)
        return TextLine("next: \(gain(to: next, from: index)) for \(cost)")
    }

    /// The area between the paper's frontier and that of the measured points.
    private var rivalry: TextLine {
        // A frontier that is a corner of the rectangle has no area, which would say nothing.
        guard let rivalry = state.plot.rivalry, rivalry.measuredShare > 0, rivalry.publishedShare > 0 else { return .empty }
        let (ours, theirs) = (rivalry.measuredShare.text(decimals: 3), rivalry.publishedShare.text(decimals: 3))
        return TextLine("hypervolume: measured \(ours), the paper's \(theirs)")
    }

    private var neighbours: TextLine {
        guard let index = state.plot.index(ofRow: position) else { return .empty }
        // Whoever shares a place shares its cell; hidden points have none.
        let near = state.points.shown == nil ? state.placed?.indices(inCellOf: index) : nil
        let count = state.plot.count(atPlaceOf: index, among: near)
        return count > 1 ? TextLine("\(count) points here", .strong) : .empty
    }
}
