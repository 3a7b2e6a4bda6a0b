import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import Terminal

/// What there is to say of the selected point, the most needed first.
struct ReadOut {
    let row: EvaluatedPoint
    let plot: FrontierPlot
    let rows: [EvaluatedPoint]
    let position: Int

    /// Nil if nothing is selected.
    init?(_ state: ExplorerState) {
        guard let position = state.selectedPosition else { return nil }
        self.position = position
        rows = state.points.rows
        row = rows[position]
        plot = state.plot
    }

    /// Name, accuracy and energy in the fewest words, then the rest.
    var shortPieces: Fitting {
        var fitting = Fitting()
        fitting.add("▸ \(row.evaluation.network.title) \(row.point.precision.name)\(row.mark)", .strong, rank: 0)
        fitting.add("\(row.accuracyText) %", rank: 1)
        fitting.add("\(row.evaluation.energy.microjoules.text(significant: 4)) µJ", rank: 2)
        fitting.add(row.accuracy?.source.rawValue ?? row.state.text, .quiet, rank: 3)
        fitting.add(saving, rank: 5)
        fitting.add(TextLine(standing, .frontier), rank: 4)
        return fitting
    }

    /// Everything in pieces, each with a rank for leaving it out.
    var pieces: Fitting {
        var fitting = Fitting()
        fitting.add("▸ \(row.name)", .strong, rank: 0)
        fitting.add(accuracy, rank: 1)
        fitting.add(TextLine(energy), rank: 2)
        fitting.add(saving, rank: 5)
        fitting.add(TextLine(standing, .frontier), rank: 3)
        fitting.add(tie, rank: 6)
        fitting.add(next, rank: 7)
        fitting.add(neighbours, rank: 4)
        fitting.add("\(row.evaluation.area.squareMillimetres.text(decimals: 2)) mm²", rank: 8)
        fitting.add("\(row.evaluation.power.milliwatts.text(decimals: 1)) mW", rank: 9)
        fitting.add("\(row.evaluation.latency.milliseconds.text(significant: 3)) ms", rank: 10)
        fitting.add("\(row.evaluation.parameterSize.kibibytes.text(significant: 4)) KiB weights", rank: 11)
        for caveat in row.evaluation.caveats { fitting.add(caveat.rawValue, .mistake, rank: 12) }
        return fitting
    }

    private var accuracy: TextLine {
        guard let accuracy = row.accuracy else { return TextLine(row.state == .notRun ? "not trained" : row.state.text, .quiet) }
        let role: Role = accuracy.source == .published ? .published : .measured
        var text = accuracy.percent.map { "\($0.text(decimals: 2)) %" } ?? "NA"
        if let halfWidth = accuracy.halfWidth { text += " ±\(halfWidth.text(significant: 1))" }
        let source = " \(accuracy.source.rawValue) (\(accuracy.origin))"
        let failed = accuracy.converged ? [] : [Phrase(" not converged", .mistake)]
        return TextLine([Phrase(text, role), Phrase(source, .quiet)] + failed)
    }

    private var energy: String {
        let ours = "\(row.evaluation.energy.microjoules.text(significant: 4)) µJ"
        guard let paper = row.published.energy, let error = row.energyErrorPercent else { return "\(ours) (model)" }
        return "\(ours) (paper \(paper.microjoules.text(decimals: 2)), \(error.signedText(decimals: 1)) %)"
    }

    private var saving: TextLine {
        let percent = row.energySavingPercent
        if row.point.reference.precision == row.baseline.precision, row.evaluation.network == row.baseline.network {
            return TextLine("the baseline", .quiet)
        }
        if percent >= 0 { return TextLine("saves \(percent.text(decimals: 1)) %") }
        return TextLine("takes \((row.evaluation.energy / row.baseline.energy).text(significant: 2)) × the baseline's energy")
    }

    /// Its place against the frontier of the axes that are shown.
    private var standing: String {
        guard let point = plot.point(ofRow: position) else { return "" }
        if point.isOnFrontier { return "on the frontier" }
        guard let better = plot.dominator(of: point) else { return "" }
        let share = (better.x / point.x * 100).text(significant: 2)
        let other = rows[better.position]
        let source = other.point == row.point ? " (\(better.source.rawValue))" : ""
        return "dominated by \(other.name)\(source): \(gain(to: better, from: point)) for \(share) % of the \(plot.cost.title)"
    }

    /// How much better another point is, and whether the difference means anything.
    private func gain(to better: PlottedPoint, from point: PlottedPoint) -> String {
        let gain = "+\((better.y - point.y).magnitude.text(decimals: 2)) points"
        guard
            let ours = row.accuracy, let theirs = rows[better.position].accuracy, ours.ties(with: theirs),
            let halfWidth = ours.halfWidth ?? theirs.halfWidth
        else { return gain }
        return "\(gain) (inside ±\(halfWidth.text(significant: 1)))"
    }

    private var tie: TextLine {
        guard
            let accuracy = row.accuracy, let baseline = row.baselineAccuracy, let percent = baseline.percent,
            row.evaluation.network != row.baseline.network || row.evaluation.precision != row.baseline.precision
        else { return .empty }
        let name = "\(row.baseline.network.title) \(row.baseline.precision.name)"
        if accuracy.ties(with: baseline) { return TextLine("ties \(name)'s accuracy (\(percent.text(decimals: 2)))") }
        guard let drop = row.accuracyDrop else { return .empty }
        return TextLine("\((-drop).signedText(decimals: 2)) points against \(name)")
    }

    private var next: TextLine {
        guard
            let point = plot.point(ofRow: position), point.isOnFrontier,
            let place = plot.frontier.firstIndex(where: { plot.points[$0].position == position }),
            let further = plot.frontier.dropFirst(place + 1).first(where: { plot.points[$0].x > point.x })
        else { return .empty }
        let next = plot.points[further]
        return TextLine(
            "next: \(gain(to: next, from: point)) for \((next.x / point.x).text(significant: 2)) × the \(plot.cost.title)")
    }

    private var neighbours: TextLine {
        guard let point = plot.point(ofRow: position) else { return .empty }
        let count = plot.points.count { $0.x == point.x && $0.y == point.y }
        return count > 1 ? TextLine("\(count) points here", .strong) : .empty
    }
}

extension FrontierPlot {
    /// The best of the frontier points that beat a point: the last one that costs no more.
    func dominator(of point: PlottedPoint) -> PlottedPoint? {
        guard !point.isOnFrontier else { return nil }
        return frontier.last { points[$0].x <= point.x }.map { points[$0] }
    }
}
