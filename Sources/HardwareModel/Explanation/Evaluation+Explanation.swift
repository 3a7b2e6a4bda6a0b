import Networks
import Precision
import Quantities

extension Evaluation {
    /// Why a figure of this evaluation is what it is.
    public func explanation(of metric: Metric) -> Explanation {
        let result = "\(metric.value(in: self).text(significant: 6)) \(metric.unit)"
        let (formula, substitution, inputs, source) = derivation(of: metric)
        return Explanation(
            title: "\(metric.title) of \(network.title) at \(precision.title)", formula: formula,
            substitution: "\(substitution) = \(result)", inputs: inputs, source: source, caveats: caveats)
    }

    private typealias Derivation = (formula: String, substitution: String, inputs: [Explanation.Input], source: String)

    private func derivation(of metric: Metric) -> Derivation {
        switch metric {
        case .cycles: cyclesDerivation
        case .area, .power: componentDerivation(of: metric)
        case .energy: energyDerivation
        case .parameterSize, .featureMapSize: memoryDerivation(of: metric)
        default: ratioDerivation(of: metric)
        }
    }

    private var cyclesDerivation: Derivation {
        let working = mapping.layers.filter { $0.cycles > 0 }
        return (
            "sum over the layers; convolution: ceil(outputs * input channels * ceil(k² / S) / N), "
                + "inner product: ceil(inputs * outputs / (N * S))",
            working.map { "\($0.cycles)" }.joined(separator: " + "),
            working.map { layer in
                .init(
                    layer.layer.name, "\(layer.cycles.groupedText) cycles", source: "\(layer.layer.input) to \(layer.layer.output)")
            } + lanesInputs,
            "mapping on the tile of Hashemi et al., Section IV-A"
        )
    }

    private func componentDerivation(of metric: Metric) -> Derivation {
        let isArea = metric == .area
        func value(_ use: ComponentUse) -> String {
            isArea
                ? "\(use.area.squareMillimetres.text(significant: 5)) mm²"
                : "\(design.power(of: use).milliwatts.text(significant: 5)) mW"
        }
        return (
            isArea
                ? "sum over the components of count * area of one"
                : "sum over the components of operations per cycle * energy of one * clock",
            design.components.map { value($0) }.joined(separator: " + "),
            design.components.map { .init($0.name, value($0), source: source(of: $0)) } + [clockInput],
            "components fitted to Hashemi et al., Table III and Section V-B"
                + (accelerator.changesByHand().map { "; changed by hand: \($0)" } ?? "")
        )
    }

    private var energyDerivation: Derivation {
        let charged = Explanation.Input(
            "energy of a cycle", "\(design.energyPerCycle.picojoules.text(significant: 6)) pJ", source: "power / clock")
        let cycleInput = Explanation.Input("cycles", cycles.groupedText, source: "mapping")
        switch accounting {
        case .nominal:
            return (
                "energy of a cycle * cycles", "\(design.energyPerCycle.picojoules.text(significant: 6)) pJ * \(cycles)",
                [charged, cycleInput], "nominal accounting: power * time"
            )
        case .gated:
            let idle = accelerator.costs.idleEnergyPerCycle.picojoules.text(significant: 4)
            return (
                "(energy of a cycle - idle energy) * cycles",
                "(\(design.energyPerCycle.picojoules.text(significant: 6)) - \(idle)) pJ * \(cycles)",
                [
                    charged, .init("idle energy", "\(idle) pJ a cycle", source: accelerator.costs.idleEnergySource), cycleInput,
                ], "gated accounting: power * time, less an idle energy that is not charged"
            )
        }
    }

    private func memoryDerivation(of metric: Metric) -> Derivation {
        if metric == .parameterSize {
            return (
                "weights * weight bits / 8 / 1024", "\(network.weightCount) * \(precision.weightBits) / 8 / 1024",
                [
                    .init("weights", network.weightCount.groupedText, source: network.source),
                    .init("weight bits", "\(precision.weightBits)", source: precision.title),
                ], "Hashemi et al., Section V-B: weights without biases"
            )
        }
        let largest = network.layers.max { $0.featureMapCount < $1.featureMapCount }
        let count = largest?.featureMapCount ?? 0
        return (
            "largest (input + output of a layer) * data bits / 8 / 1024", "\(count) * \(precision.dataBits) / 8 / 1024",
            [
                .init("values", count.groupedText, source: "layer \(largest?.name ?? "-")"),
                .init("data bits", "\(precision.dataBits)", source: precision.title),
            ], "the feature maps that must be held at once"
        )
    }

    private func ratioDerivation(of metric: Metric) -> Derivation {
        let energyInput = Explanation.Input(
            "energy", "\(energy.microjoules.text(significant: 6)) µJ", source: "\(accounting.rawValue) accounting")
        let macsInput = Explanation.Input("MACs", macs.groupedText, source: network.source)
        let cyclesInput = Explanation.Input("cycles", cycles.groupedText, source: "mapping")
        let clock = "\(accelerator.tile.clock.megahertz.text(significant: 4)) MHz"
        let joules = "\(energy.microjoules.text(significant: 6)) µJ"
        switch metric {
        case .utilisation:
            return (
                "MACs / (cycles * N * S)", "\(macs) / (\(cycles) * \(accelerator.tile.lanes))",
                [macsInput, cyclesInput] + lanesInputs,
                "definition"
            )
        case .latency: return ("cycles / clock", "\(cycles) / \(clock)", [cyclesInput, clockInput], "definition")
        case .throughput: return ("clock / cycles", "\(clock) / \(cycles)", [clockInput, cyclesInput], "definition")
        case .energyPerMAC: return ("energy / MACs", "\(joules) / \(macs)", [energyInput, macsInput], "definition")
        case .efficiency:
            return ("2 * MACs / energy", "2 * \(macs) / \(joules)", [macsInput, energyInput], "a MAC counts as two operations")
        default:
            return (
                "energy * latency", "\(joules) * \(latency.milliseconds.text(significant: 5)) ms",
                [energyInput, cyclesInput, clockInput], "definition"
            )
        }
    }

    private var clockInput: Explanation.Input {
        .init("clock", "\(accelerator.tile.clock.megahertz.text(significant: 4)) MHz", source: accelerator.source(of: .clock))
    }

    private var lanesInputs: [Explanation.Input] {
        [
            .init("N", "\(accelerator.tile.neurons)", source: accelerator.source(of: .neurons)),
            .init("S", "\(accelerator.tile.synapses)", source: accelerator.source(of: .synapses)),
        ]
    }

    private func source(of use: ComponentUse) -> String {
        "\(use.count.groupedText) * \(use.areaPerUnit.squareMicrometres.text(significant: 4)) µm², "
            + "\(use.operationsPerCycle.groupedText) * \(use.energyPerOperation.femtojoules.text(significant: 4)) fJ a cycle; "
            + accelerator.source(of: use)
    }
}
