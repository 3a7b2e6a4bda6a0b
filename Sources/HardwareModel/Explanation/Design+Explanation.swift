import Precision
import Quantities

extension Design {
    /// Why power and area are what they are: each sum over the components, and the buffers' share of it.
    public var explanations: [Explanation] {
        [Metric.power, .area].flatMap { [explanation(of: $0), shareExplanation(of: $0)] }
    }

    typealias Derivation = (formula: String, substitution: String, inputs: [Explanation.Input], source: String)

    /// How the area, or for any other metric the power, is summed over the components.
    func derivation(of metric: Metric) -> Derivation {
        let isArea = metric == .area
        let inputs = components.map { use in
            Explanation.Input(
                use.name, isArea ? use.area.squareMillimetres : power(of: use).milliwatts, metric.unit, significant: 5,
                source: source(of: use))
        }
        let clock = Explanation.Input(
            "clock", accelerator.tile.clock.megahertz, "MHz", significant: 4, source: accelerator.source(of: .clock))
        return (
            isArea
                ? "sum over the components of count * area of one"
                : "sum over the components of operations per cycle * energy of one * clock",
            inputs.map(\.value).joined(separator: " + "), inputs + [clock],
            "components fitted to Hashemi et al., Table III and Section V-B"
                + (accelerator.changesByHand().map { "; changed by hand: \($0)" } ?? "")
        )
    }

    private var caveats: [Caveat] { accelerator.caveats(for: precision) }

    private func total(of metric: Metric) -> Double { metric == .area ? area.squareMillimetres : power.milliwatts }

    private func explanation(of metric: Metric) -> Explanation {
        let (formula, substitution, inputs, source) = derivation(of: metric)
        return Explanation(
            title: "\(metric.title) of \(accelerator.name) at \(precision.title)", value: total(of: metric), unit: metric.unit,
            formula: formula, substitution: "\(substitution) = \(total(of: metric).text(significant: 6)) \(metric.unit)",
            inputs: inputs, source: source, caveats: caveats)
    }

    private func shareExplanation(of metric: Metric) -> Explanation {
        let isArea = metric == .area
        let whole = total(of: metric)
        let own = isArea ? area(of: .buffer).squareMillimetres : power(of: .buffer).milliwatts
        let share = (isArea ? areaShare(of: .buffer) : powerShare(of: .buffer)) * 100
        return Explanation(
            title: "buffers' share of the \(metric.title) of \(accelerator.name) at \(precision.title)", value: share, unit: "%",
            formula: "\(metric.title) of the buffers / \(metric.title) * 100",
            substitution: "\(own.text(significant: 4)) / \(whole.text(significant: 5)) * 100 = \(share.text(decimals: 1)) %",
            inputs: [
                .init("buffers", own, metric.unit, significant: 5, source: "sum over SB, NBin and NBout"),
                .init(metric.title, whole, metric.unit, significant: 5, source: "sum over the components"),
            ], source: "definition, as in Hashemi et al., Section V-B", caveats: caveats)
    }

    private func source(of use: ComponentUse) -> String {
        "\(use.count.groupedText) * \(use.areaPerUnit.squareMicrometres.text(significant: 4)) µm², "
            + "\(use.operationsPerCycle.groupedText) * \(use.energyPerOperation.femtojoules.text(significant: 4)) fJ a cycle; "
            + accelerator.source(of: use)
    }
}
