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
            Phrase("  \(design.power.milliwatts.text(decimals: 1)) mW  \(design.area.squareMillimetres.text(decimals: 2)) mm²"),
            Phrase(paper ?? "", .quiet),
        ])
    }

    private func line(_ group: ComponentGroup, of design: Design) -> TextLine {
        let power = design.power(of: group).milliwatts.text(decimals: 1).leading(to: 8)
        let area = design.area(of: group).squareMillimetres.text(decimals: 3).leading(to: 8)
        let powerShare = (design.powerShare(of: group) * 100).text(decimals: 1).leading(to: 6)
        let areaShare = (design.areaShare(of: group) * 100).text(decimals: 1).leading(to: 6)
        return TextLine([
            Phrase("  \(group.fill)\(group.fill)", .group(group)), Phrase(" \(group.rawValue.padded(to: 12))"),
            Phrase("\(power) mW \(powerShare) %  \(area) mm² \(areaShare) %"),
        ])
    }
}
