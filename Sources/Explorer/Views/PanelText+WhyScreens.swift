import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import Terminal

extension PanelText {
    /// What is explained on the screen that is shown.
    static func whyTitle(_ state: ExplorerState) -> String {
        let name = state.selectedPoint?.name ?? "nothing selected"
        switch state.screen {
        case .bars:
            guard state.designs.indices.contains(state.bars.cursor) else { return "no bar" }
            let precision = state.designs[state.bars.cursor].precision.title
            let whole = "\(precision) on \(state.acceleratorTitle)"
            // Where the accelerator has no room it is left out rather than cut, and the place in the text stands beside.
            return whole.characterCount + 24 <= state.size.columns ? whole : precision
        case .layers:
            return state.layerUnderCursor.map { "\($0.layer.name) of \(name)" } ?? name
        case .compare: return "the comparison"
        case .runs: return state.queuedExperiment.map { "\($0.name) on \($0.spec.dataset)" } ?? name
        case .frontier, .table: return name
        }
    }

    // MARK: Layers

    /// Where the figures of the layer under the cursor come from, and what a run found in it.
    static func whyLayer(of row: EvaluatedPoint, in state: ExplorerState) -> [TextLine] {
        guard let layer = state.layerUnderCursor else { return [] }
        var lines: [TextLine] = []
        for metric in LayerMetric.allCases {
            if !lines.isEmpty { lines.append(.empty) }
            let value = metric.value(of: layer, in: row.evaluation)
            let isCount = metric == .macs || metric == .cycles
            lines += Self.lines(
                of: row.evaluation.explanation(of: metric, of: layer), heading: "\(layer.layer.name): \(metric.title)",
                value: "\(isCount ? Int(value).groupedText : value.text(significant: 5)) \(metric.unit)", paper: nil)
        }
        guard let found = MeasuredLayers(row)?.facts(of: layer.layer.name), !found.isEmpty else { return lines }
        lines += [.empty, TextLine("\(layer.layer.name): radix point and clipping (measured)", .heading)]
        return lines + found.map { TextLine("  \($0.name.padded(to: 13))  \($0.value)") }
            + [
                TextLine("  formula  a value of B bits with point P is a whole number of B bits / 2^P"),
                TextLine("  formula  clip % = values beyond the ends of the format / all values * 100"),
                TextLine("  source   \(MeasuredLayers(row)?.title ?? "")"),
            ]
    }

    // MARK: Runs

    /// Where the figures of the run under the cursor come from.
    static func whyRun(_ state: ExplorerState) -> [TextLine] {
        guard let run = state.queuedExperiment else { return [] }
        var lines: [TextLine] = []
        for figure in QueuedExperiment.Figure.allCases {
            guard let explanation = run.explanation(of: figure) else { continue }
            if !lines.isEmpty { lines.append(.empty) }
            let value = RunColumn(figure).text(of: run) + (figure == .validation ? " %" : figure == .rate ? " images/s" : "")
            lines += Self.lines(of: explanation, heading: figure.rawValue, value: value, kind: nil, paper: nil)
        }
        return lines
    }

    // MARK: Bars

    /// Where a bar's length comes from: its sum, the paper's figure, the buffers' share, and every component.
    static func whyBar(_ state: ExplorerState) -> [TextLine] {
        guard state.designs.indices.contains(state.bars.cursor) else { return [] }
        let design = state.designs[state.bars.cursor]
        let published = state.study.study.published
        var lines: [TextLine] = []
        let caveats = design.accelerator.caveats(for: design.precision)
        if !state.whatIf.isChanged, !caveats.isEmpty { lines += self.caveats(caveats) + [.empty] }
        for pane in [BarsLayout.Pane.power, .area] {
            let (total, unit) = (pane.total(of: design), pane.unit)
            let row = published.design(of: design.precision)
            let paper = row.map { pane == .power ? $0.power.milliwatts : $0.area.squareMillimetres }
            lines += [
                TextLine([Phrase(pane.title, .heading), Phrase("  \(total.text(significant: 5)) \(unit) (model)", .strong)]),
                paperLine(
                    paper, error: paper.map { (total / $0 - 1) * 100 }, unit: unit, source: published.designSource, in: state),
                TextLine(
                    pane == .power
                        ? "  formula  sum over the components of operations a cycle × energy of one × clock"
                        : "  formula  sum over the components of count × area of one"),
                TextLine(
                    "  values   "
                        + ComponentGroup.allCases.map { pane.amount(of: $0, in: design).text(significant: 4) }
                        .joined(separator: " + ") + " = \(total.text(significant: 5)) \(unit)"),
            ]
            lines += buffers(of: design, pane, published) + [.empty]
        }
        return lines + [TextLine("components", .heading)] + components(of: design)
    }

    private static func buffers(of design: Design, _ pane: BarsLayout.Pane, _ published: PublishedStudy) -> [TextLine] {
        let (total, own) = (pane.total(of: design), pane.amount(of: .buffer, in: design))
        let share = total > 0 ? own / total * 100 : 0
        var lines = [
            TextLine(
                "  buffers  \(own.text(significant: 4)) / \(total.text(significant: 5)) = \(share.text(decimals: 1)) % of it")
        ]
        if let shares = published.bufferShares {
            let range = pane == .power ? shares.powerPercent : shares.areaPercent
            lines.append(
                TextLine(
                    "           the paper's, of all precisions: \(range.lowerBound.trimmed(significant: 4)) to "
                        + "\(range.upperBound.trimmed(significant: 4)) % (\(published.textSource))", .published))
        }
        return lines
    }

    // MARK: Compare

    /// How each difference and ratio to the first point comes about.
    static func whyComparison(_ state: ExplorerState) -> [TextLine] {
        let compared = ComparedPoints(state)
        guard compared.points.count >= 2, let first = compared.points.first else { return [] }
        let comparisons = compared.points.dropFirst().map { PointComparison($0, with: first) }
        var lines = [
            TextLine("ratio = figure / figure of the first · difference = figure - figure of the first", .quiet),
            TextLine(
                "the first is \(compared.distinctName(at: 0)); figures are the model's, accuracies as their source says", .quiet),
        ]
        for (place, metric) in PointComparison.metrics.enumerated() {
            lines += [.empty, TextLine(metric.heading, .heading)]
            for (other, comparison) in comparisons.enumerated() {
                lines.append(contentsOf: self.lines(of: comparison, named: compared.distinctName(at: other + 1), at: place))
            }
        }
        return lines + layers(of: compared)
    }

    private static func lines(of comparison: PointComparison, named name: String, at place: Int) -> [TextLine] {
        let line = comparison.lines[place]
        let column = line.column
        guard line.isComparable else { return [TextLine("  \(name)  not compared: another data set or accounting", .quiet)] }
        guard line.difference != nil, let value = line.value, let reference = line.reference else {
            return [TextLine("  \(name)  not known of both", .quiet)]
        }
        let (own, base) = (column.preciseText(in: comparison.point), column.preciseText(in: comparison.reference))
        let gap = column.differenceText(of: value, from: reference)
        let exact = column.differenceBeforeRounding(of: value, from: reference).map { " (\($0) before rounding)" } ?? ""
        if column == .accuracy {
            var text = "  \(name)  \(own) - \(base) = \(gap) points\(exact)"
            if let ours = comparison.point.accuracy, let theirs = comparison.reference.accuracy {
                if ours.ties(with: theirs) { text += ", a tie: inside the 95 % interval (Wilson's score)" }
                text += "; \(ours.origin) against \(theirs.origin)"
            }
            return [TextLine(text)]
        }
        let ratio = line.ratio.map { "\(own) / \(base) = × \($0.text(significant: 3)), " } ?? ""
        return [TextLine("  \(name)  \(ratio)difference \(gap)\(exact)")]
    }

    /// The energy of the layers that differ.
    private static func layers(of compared: ComparedPoints) -> [TextLine] {
        let names = compared.rows.compactMap { row in
            if case .layer(let name, _) = row { name } else { nil }
        }
        guard !names.isEmpty else { return [] }
        var lines = [
            .empty, TextLine("layers, energy µJ", .heading), TextLine("  formula  charged energy of a cycle * cycles of the layer"),
        ]
        for name in names {
            for point in compared.points {
                let layer = point.evaluation.mapping.layers.first { $0.layer.name == name }
                guard let layer else { continue }
                let charged = point.evaluation.chargedEnergyPerCycle.picojoules.text(significant: 6)
                let energy = point.evaluation.energy(of: layer).microjoules.text(decimals: 2, significant: 4)
                lines.append(
                    TextLine("  \(name)  \(point.name)  \(charged) pJ * \(layer.cycles.groupedText) = \(energy) µJ"))
            }
        }
        return lines
    }
}

extension ExplorerState {
    /// The layer under the cursor of the Layers screen.
    var layerUnderCursor: LayerMapping? {
        guard let layers = selectedPoint?.evaluation.mapping.layers, !layers.isEmpty else { return nil }
        return layers[min(max(0, self.layers.cursor), layers.count - 1)]
    }
}
