import DesignSpace
import HardwareModel
import Quantities

extension PanelText {
    /// Where the figures of a point come from: formula, inputs and source, and the paper's figure beside the model's.
    static func why(_ row: EvaluatedPoint) -> [TextLine] {
        let metrics: [Metric] = [.energy, .power, .area, .latency, .cycles, .parameterSize]
        var lines = accuracy(row)
        for metric in metrics { lines += [.empty] + explanation(of: metric, in: row) }
        if !row.evaluation.caveats.isEmpty { lines.append(.empty) }
        lines += row.evaluation.caveats.map { TextLine("caveat: \($0.rawValue)", .mistake) }
        return lines + [.empty, TextLine("components", .heading)] + components(of: row.evaluation.design)
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

    private static func explanation(of metric: Metric, in row: EvaluatedPoint) -> [TextLine] {
        let explanation = row.evaluation.explanation(of: metric)
        let value = "\(metric.value(in: row.evaluation).text(significant: 5)) \(metric.unit)"
        var lines = [TextLine([Phrase(metric.title, .heading), Phrase("  \(value) (model)", .strong)])]
        if let paper = paper(metric, of: row) { lines.append(paper) }
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

    private static func paper(_ metric: Metric, of row: EvaluatedPoint) -> TextLine? {
        let (paper, design) = (row.published, row.published.designSource)
        let figures: (value: Double?, error: Double?, source: String)
        switch metric {
        case .energy: figures = (paper.energy?.microjoules, row.energyErrorPercent, paper.pointSource)
        case .power: figures = (paper.power?.milliwatts, row.powerErrorPercent, design)
        case .area: figures = (paper.area?.squareMillimetres, row.areaErrorPercent, design)
        default: return nil
        }
        guard let value = figures.value, let error = figures.error else { return TextLine("  paper    gives no figure", .quiet) }
        return TextLine(
            "  paper    \(value.text(decimals: 2)) \(metric.unit), the model is at \(error.signedText(decimals: 1)) % (\(figures.source))",
            .published)
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
        if let seeds = accuracy.seeds, seeds > 1 { lines.append(TextLine("  mean of  \(seeds) runs")) }
        if !accuracy.converged { lines.append(TextLine("  training did not converge", .mistake)) }
        return lines
    }
}
