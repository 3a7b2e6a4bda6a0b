import DesignSpace
import HardwareModel
import Precision
import Quantities
import Terminal

/// What each fill of a bar stands for, with the amounts at the cursor.
struct BarsLegend {
    let state: ExplorerState

    init(_ state: ExplorerState) { self.state = state }

    func draw(with pen: inout Pen, in rect: Rect) {
        guard state.designs.indices.contains(state.bars.cursor) else { return }
        let design = state.designs[state.bars.cursor]
        var lines = [heading(of: design)] + ComponentGroup.allCases.map { line($0, of: design) }
        if rect.rows > lines.count { lines.insert(.empty, at: 0) }
        // Without room for all the heading goes first: the bar's name stands at the cursor as well.
        for (offset, line) in lines.suffix(rect.rows).enumerated() { pen.put(line, row: rect.top + offset, in: rect) }
    }

    private func heading(of design: Design) -> TextLine {
        let published = state.study.study.published.design(of: design.precision)
        let paper =
            state.isHypothetical
            ? " (\(ExplorerState.notCompared))"
            : published.map {
                " (paper \($0.power.milliwatts.trimmed(significant: 6)) mW, \($0.area.squareMillimetres.text(decimals: 2)) mm²)"
            }
        return TextLine([
            Phrase("▸ \(design.precision.title)", .strong),
            Phrase("  \(marked(1, " mW") { $0.power.milliwatts })  \(marked(2, " mm²") { $0.area.squareMillimetres })"),
            Phrase(paper ?? "", .quiet),
            Phrase(state.points.standing(of: design.precision).remark.map { "  \($0)" } ?? "", .mistake),
            Phrase(design.isExtrapolated ? "  \(PointLabel.extrapolatedTitle)" : "", .mistake),
        ])
    }

    /// The figures stand close: a terminal is sent what lies between two that change if that is less than a movement of its cursor.
    private func line(_ group: ComponentGroup, of design: Design) -> TextLine {
        let power = marked(1, "mW", width: state.barExtents.power.text) { $0.power(of: group).milliwatts }
        let area = marked(3, "mm²", width: state.barExtents.area.text + 1) { $0.area(of: group).squareMillimetres }
        let powerShare = (design.powerShare(of: group) * 100).text(decimals: 1).leading(to: 4)
        let areaShare = (design.areaShare(of: group) * 100).text(decimals: 1).leading(to: 4)
        return TextLine([
            Phrase("  \(group.fill.text)\(group.fill.text)", .group(group)), Phrase(" \(group.rawValue.padded(to: 12))"),
            Phrase("\(power) \(powerShare) %  \(area) \(areaShare) %"),
        ])
    }

    /// A figure of the design at the cursor with its unit, between them the sign of one that another accelerator has changed.
    private func marked(_ decimals: Int, _ unit: String, width: Int = 0, _ value: (Design) -> Double) -> String {
        let text = value(state.designs[state.bars.cursor]).text(decimals: decimals)
        let isChanged = state.original(ofBar: state.bars.cursor).map { value($0).text(decimals: decimals) != text } ?? false
        return text.leading(to: width) + (isChanged ? ExplorerState.changedMark : width > 0 ? " " : "") + unit
    }
}
