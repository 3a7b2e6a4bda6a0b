import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities

extension PanelText {
    /// Where the figures on the screen come from: those under the cursor first, then those of the selected point.
    static func why(_ state: ExplorerState) -> [TextLine] {
        if state.screen == .bars { return whyBar(state) }
        let first =
            switch state.screen {
            case .compare: whyComparison(state)
            case .layers: state.selectedPoint.map { whyLayer(of: $0, in: state) } ?? []
            case .runs: whyRun(state)
            case .frontier, .table, .bars: [] as [TextLine]
            }
        guard let row = state.explainedPoint else { return first }
        guard !first.isEmpty else { return why(row, in: state) }
        return first + [.empty, TextLine("all of \(row.name)", .strong), .empty] + why(row, in: state)
    }

    /// Where the figures of a point come from: formula, inputs and source, and the paper's figure beside the model's.
    private static func why(_ row: EvaluatedPoint, in state: ExplorerState) -> [TextLine] {
        var lines: [TextLine] = []
        for column in state.explainedColumns {
            let own = self.lines(of: column, in: row, state)
            if !lines.isEmpty, !own.isEmpty { lines.append(.empty) }
            lines += own
        }
        if !state.whatIf.isChanged, !row.evaluation.caveats.isEmpty {
            lines += [.empty] + caveats(row.evaluation.caveats)
        }
        return lines + [.empty, TextLine("components", .heading)] + components(of: row.evaluation.design)
    }

    /// Where a figure of a point comes from; nothing for a column of words.
    private static func lines(of column: Column, in row: EvaluatedPoint, _ state: ExplorerState) -> [TextLine] {
        if let metric = column.metric { return explanation(of: metric, in: row, paper: paper(metric, of: row, in: state)) }
        switch column {
        case .accuracy: return accuracy(row)
        case .saving: return saving(of: row, in: state)
        default:
            guard let explanation = row.explanation(of: column) else { return [] }
            let value = column.text(in: row)
            let unit = value == Column.unknown || explanation.unit.isEmpty ? "" : " \(explanation.unit)"
            return lines(of: explanation, heading: column.explainedTitle, value: value + unit, kind: nil, paper: nil)
        }
    }

    /// What was changed by hand, in full, and why figures are to be trusted less for it; nothing of the accelerator that was opened.
    static func whatIf(_ state: ExplorerState) -> [TextLine] {
        guard state.whatIf.isChanged else { return [] }
        let design = state.designs.indices.contains(state.bars.cursor) ? state.designs[state.bars.cursor] : nil
        let caveats =
            state.screen == .bars
            ? design.map { $0.accelerator.caveats(for: $0.precision) } : state.selectedPoint?.evaluation.caveats
        let changes = TextLine([Phrase("what if", .heading), Phrase("  \(state.whatIf.scenario)", .measured)])
        return [changes] + Self.caveats(caveats ?? []) + [.empty]
    }

    /// What of the budget the selected point breaks, or that the filter hides it; nothing on the bars, which show no point.
    static func objection(_ state: ExplorerState) -> [TextLine] {
        guard state.screen != .bars, let text = state.selectedPosition.flatMap(state.objection) else { return [] }
        return [TextLine(text, .mistake), .empty]
    }

    static func caveats(_ caveats: [Caveat]) -> [TextLine] { caveats.map { TextLine("caveat: \($0.rawValue)", .mistake) } }

    /// What dominates the selected point; nothing for one on the frontier, and for one without a place in the plot.
    static func whyDominated(_ state: ExplorerState) -> [TextLine] {
        let index = state.selectedPosition.flatMap(state.plot.index(ofRow:))
        return index.flatMap { PointDomination(of: $0, in: state.plot, state.points.rows) }?.lines ?? []
    }

    /// How the areas below two frontiers were measured; nothing unless a plot has both.
    static func why(_ rivalry: FrontierRivalry?, of plot: FrontierPlot) -> [TextLine] {
        guard let rivalry, let box = rivalry.rectangle else { return [] }
        let ratio = rivalry.publishedShare > 0 ? (rivalry.measuredShare / rivalry.publishedShare).text(decimals: 2) : Column.unknown
        let gains = [box.ideal.gain, box.reference.gain].map { ($0 < 0 ? -$0 : $0).text(decimals: 2) }
        return [
            .empty,
            TextLine([
                Phrase("hypervolume", .heading),
                Phrase(
                    "  measured \(rivalry.measuredShare.text(decimals: 3)), the paper's \(rivalry.publishedShare.text(decimals: 3)), "
                        + "ratio \(ratio)", .strong),
            ]),
            TextLine(
                "  shares that the points dominate of the rectangle of log \(plot.cost.title) and \(plot.quality.rawValue)"),
            TextLine(
                "  from \(box.ideal.cost.text(significant: 4)) \(plot.cost.unit) at \(gains[0]) % to the reference point "
                    + "\(box.reference.cost.text(significant: 4)) \(plot.cost.unit) at \(gains[1]) % (Zitzler and Thiele 1998)"),
        ]
    }

    private static func explanation(of metric: Metric, in row: EvaluatedPoint, paper: TextLine?) -> [TextLine] {
        let value = metric.text(in: row.evaluation, significant: 5)
        return lines(of: row.evaluation.explanation(of: metric), heading: metric.title, value: value, paper: paper)
    }

    /// A figure with its formula, the formula with the values filled in, its source and what went into it.
    ///
    /// - Parameter kind: what says so, in a word behind the figure; nil where the heading or the source does.
    static func lines(
        of explanation: Explanation, heading: String, value: String, kind: String? = "model", paper: TextLine?
    ) -> [TextLine] {
        let figure = value + (kind.map { " (\($0))" } ?? "")
        var lines = [TextLine([Phrase(heading, .heading), Phrase("  \(figure)", .strong)])]
        if let paper { lines.append(paper) }
        lines += [
            TextLine("  formula  \(explanation.formula)"), TextLine("  values   \(explanation.substitution)"),
            TextLine("  source   \(explanation.source)"),
        ]
        let name = explanation.inputs.reduce(0) { max($0, $1.name.count) }
        let valueWidth = explanation.inputs.reduce(0) { max($0, $1.value.count) }
        for input in explanation.inputs {
            lines.append(
                TextLine([
                    Phrase("    \(input.name.padded(to: name))  \(input.value.leading(to: valueWidth))"),
                    Phrase("  \(input.source)", .quiet),
                ]))
        }
        return lines
    }

    private static func paper(_ metric: Metric, of row: EvaluatedPoint, in state: ExplorerState) -> TextLine? {
        let (paper, design) = (row.published, row.published.designSource)
        let figures: (value: Double?, error: Double?, source: String)
        switch metric {
        case .energy: figures = (paper.energy?.microjoules, row.energyErrorPercent, paper.pointSource)
        case .power: figures = (paper.power?.milliwatts, row.powerErrorPercent, design)
        case .area: figures = (paper.area?.squareMillimetres, row.areaErrorPercent, design)
        default: return nil
        }
        return paperLine(figures.value, error: figures.error, unit: metric.unit, source: figures.source, in: state)
    }

    /// The paper's figure beside the model's; under what if it alone, for it is of another accelerator.
    static func paperLine(
        _ value: Double?, error: Double?, unit: String, source: String, in state: ExplorerState
    ) -> TextLine {
        guard let value, let error else { return TextLine("  paper    gives no figure", .quiet) }
        let figure = "  paper    \(value.text(decimals: 2)) \(unit)"
        if state.isHypothetical {
            return TextLine("\(figure), of its own accelerator: what if, so nothing to compare (\(source))", .published)
        }
        return TextLine("\(figure), the model is at \(error.signedText(decimals: 1)) % (\(source))", .published)
    }

    /// What a point saves against the baseline.
    private static func saving(of row: EvaluatedPoint, in state: ExplorerState) -> [TextLine] {
        let name = "\(row.baseline.network.title) \(row.baseline.precision.name)"
        return lines(
            of: row.savingExplanation, heading: "saving", value: "\(row.energySavingPercent.text(decimals: 1)) % against \(name)",
            paper: paperSaving(of: row, against: name, in: state))
    }

    /// What the paper says that a point saves, where it means the same by that.
    private static func paperSaving(of row: EvaluatedPoint, against name: String, in state: ExplorerState) -> TextLine {
        let paper = state.study.study.published
        guard let published = paper.row(of: row.point), let saving = published.saving else {
            return TextLine("  paper    gives no figure", .quiet)
        }
        if let other = paper.otherReference(than: row) {
            return TextLine("  paper    gives its savings \(other): nothing to compare (\(published.source))", .quiet)
        }
        let figure =
            switch saving {
            case .percent(let percent): "saves \(percent.text(decimals: 2)) % against \(name)"
            case .timesMore(let factor): "takes \(factor.text(significant: 3)) × more than \(name)"
            }
        let note = state.isHypothetical ? ", on its own accelerator: what if, so nothing to compare" : ""
        return TextLine("  paper    \(figure)\(note) (\(published.source))", .published)
    }

    private static func accuracy(_ row: EvaluatedPoint) -> [TextLine] {
        guard let accuracy = row.accuracy else {
            return [TextLine([Phrase("accuracy", .heading), Phrase("  not known: \(row.state.text)")])]
        }
        let percent = accuracy.percent.map { "\($0.text(decimals: 2)) %" } ?? "NA"
        var lines = [
            TextLine([Phrase("accuracy", .heading), Phrase("  \(percent) (\(accuracy.source.rawValue))", .strong)]),
            TextLine("  source   \(accuracy.origin)"),
        ]
        if let interval = accuracy.interval, let images = accuracy.testImages {
            lines.append(
                TextLine(
                    "  interval \(interval.lowerBound.text(decimals: 2)) to \(interval.upperBound.text(decimals: 2)) %, 95 % of the time,"
                        + " for \(images.groupedText) test images (Wilson's score)"))
        }
        if accuracy.source != .published, let paper = row.published.accuracyPercent {
            lines.append(TextLine("  paper    \(paper.text(decimals: 2)) % (\(row.published.pointSource))", .published))
        }
        if let seeds = accuracy.seeds, seeds > 1 { lines.append(TextLine("  mean of  \(seeds) runs")) }
        if !accuracy.converged { lines.append(TextLine("  training did not converge", .mistake)) }
        return lines
    }
}

extension Column {
    /// What it shows, above the explanation of its figure.
    fileprivate var explainedTitle: String {
        switch self {
        case .interval: "interval of the accuracy"
        case .drop: "drop of the accuracy"
        case .paperEnergy: "the paper's energy"
        case .energyError: "error of the energy"
        case .fitsBuffer: "weights fit SB"
        case .seeds: "number of runs"
        default: heading
        }
    }
}
