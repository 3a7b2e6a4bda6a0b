import HardwareModel
import Quantities

extension PanelText {
    /// Every component: how many, at what price, how the sum is made, and who says so.
    static func components(of design: Design) -> [TextLine] {
        let clock = design.accelerator.tile.clock
        var lines = [
            TextLine(
                "area = count × area of one · power = operations a cycle × energy of one × \(clock.megahertz.trimmed(significant: 6)) MHz",
                .quiet)
        ]
        if let clock = design.accelerator.changesByHand(among: [.clock]) { lines.append(TextLine("changed by hand: \(clock)")) }
        for group in ComponentGroup.allCases {
            let uses = design.components.filter { $0.group == group }
            guard !uses.isEmpty else { continue }
            let power =
                "\(design.power(of: group).milliwatts.text(significant: 4)) mW (\((design.powerShare(of: group) * 100).text(decimals: 1)) %)"
            let area =
                "\(design.area(of: group).squareMillimetres.text(significant: 4)) mm² (\((design.areaShare(of: group) * 100).text(decimals: 1)) %)"
            lines += [.empty, TextLine([Phrase(group.rawValue, .group(group)), Phrase("  \(power)  \(area)", .heading)])]
            for use in uses { lines += component(use, in: design) }
        }
        lines += [
            .empty,
            TextLine(
                "total  \(design.power.milliwatts.text(significant: 5)) mW  \(design.area.squareMillimetres.text(significant: 4)) mm²",
                .strong),
        ]
        return lines
    }

    private static func component(_ use: ComponentUse, in design: Design) -> [TextLine] {
        let area = use.areaPerUnit.squareMicrometres.text(significant: 4)
        let energy = use.energyPerOperation.picojoules.text(significant: 4)
        let clock = design.accelerator.tile.clock.megahertz.trimmed(significant: 6)
        return [
            TextLine([
                Phrase("  \(use.name)", .strong),
                Phrase("  \(use.count.groupedText) × \(area) µm² = \(use.area.squareMillimetres.text(significant: 4)) mm²"),
            ]),
            TextLine(
                "      \(use.operationsPerCycle.groupedText) a cycle × \(energy) pJ × \(clock) MHz"
                    + " = \(design.power(of: use).milliwatts.text(significant: 4)) mW"),
            TextLine("      source: \(design.accelerator.source(of: use))", .quiet),
        ]
    }
}
