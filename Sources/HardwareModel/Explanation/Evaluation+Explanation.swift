import Networks
import Precision
import Quantities

extension Evaluation {
    /// Why a figure of this evaluation is what it is.
    public func explanation(of metric: Metric) -> Explanation {
        let (formula, substitution, inputs, source) = derivation(of: metric)
        return Explanation(
            title: "\(metric.title) of \(network.title) at \(precision.title)", value: metric.value(in: self),
            unit: metric.unit, formula: formula,
            substitution: "\(substitution) = \(metric.text(in: self, significant: 6))", inputs: inputs, source: source,
            caveats: caveats)
    }

    private typealias Derivation = Design.Derivation

    private func derivation(of metric: Metric) -> Derivation {
        switch metric {
        case .cycles: cyclesDerivation
        case .macs: macsDerivation
        case .area, .power: design.derivation(of: metric)
        case .energy: energyDerivation
        case .parameterSize, .featureMapSize: memoryDerivation(of: metric)
        default: ratioDerivation(of: metric)
        }
    }

    private var cyclesDerivation: Derivation {
        let working = mapping.layers.filter { $0.cycles > 0 }
        return (
            "sum over the layers; convolution: ceil(outputs * input channels * ceil(k * k / S) / N), "
                + "inner product: ceil(inputs * outputs / (N * S))",
            working.map(\.cycles.groupedText).joined(separator: " + "),
            working.map { layer in
                .init(
                    layer.layer.name, count: layer.cycles, "cycles", source: "\(layer.layer.input) to \(layer.layer.output)")
            } + lanesInputs,
            "mapping on the tile of Hashemi et al., Section IV-A"
        )
    }

    private var macsDerivation: Derivation {
        let working = network.layers.filter { $0.macs > 0 }
        return (
            "sum over the layers; convolution: outputs * input channels * k * k, inner product: inputs * outputs",
            working.map(\.macs.groupedText).joined(separator: " + "),
            working.map { .init($0.name, count: $0.macs, "MACs", source: "\($0.input) to \($0.output)") },
            network.source
        )
    }

    private var energyDerivation: Derivation {
        let charged = Explanation.Input(
            "energy of a cycle", design.energyPerCycle.picojoules, "pJ", significant: 6, source: "power / clock")
        let cycleInput = Explanation.Input("cycles", count: cycles, source: "mapping")
        switch accounting {
        case .nominal:
            return (
                "energy of a cycle * cycles", "\(charged.value) * \(cycles.groupedText)",
                [charged, cycleInput], "nominal accounting: power * time"
            )
        case .gated:
            let idle = accelerator.costs.idleEnergyPerCycle.picojoules
            let left = unchargedEnergyPerCycle.picojoules
            return (
                isIdleEnergyCut
                    ? "(energy of a cycle - the half of it that is less than the idle energy) * cycles"
                    : "(energy of a cycle - idle energy) * cycles",
                "(\(design.energyPerCycle.picojoules.text(significant: 6)) - \(left.text(significant: 4))) pJ * \(cycles.groupedText)",
                [
                    charged,
                    .init("idle energy of a cycle", idle, "pJ", significant: 4, source: accelerator.costs.idleEnergySource),
                    cycleInput,
                ], "gated accounting: power * time, less an idle energy that is not charged"
            )
        }
    }

    private func memoryDerivation(of metric: Metric) -> Derivation {
        if metric == .parameterSize {
            return (
                "weights * weight bits / 8 / 1024", "\(network.weightCount.groupedText) * \(precision.weightBits) / 8 / 1024",
                [
                    .init("weights", count: network.weightCount, source: network.source),
                    .init("weight bits", count: precision.weightBits, "bit", source: precision.title),
                ], "Hashemi et al., Section V-B: weights without biases"
            )
        }
        let largest = network.layers.max { $0.featureMapCount < $1.featureMapCount }
        let count = largest?.featureMapCount ?? 0
        return (
            "largest (input + output of a layer) * data bits / 8 / 1024", "\(count.groupedText) * \(precision.dataBits) / 8 / 1024",
            [
                .init("values", count: count, source: "layer \(largest?.name ?? "-")"),
                .init("data bits", count: precision.dataBits, "bit", source: precision.title),
            ], "the feature maps that must be held at once"
        )
    }

    private func ratioDerivation(of metric: Metric) -> Derivation {
        let energyInput = Explanation.Input(
            "energy", energy.microjoules, "µJ", significant: 6, source: "\(accounting.rawValue) accounting")
        let macsInput = Explanation.Input("MACs", count: macs, source: network.source)
        let cyclesInput = Explanation.Input("cycles", count: cycles, source: "mapping")
        let (clock, joules) = (clockInput.value, energyInput.value)
        let (operations, time) = (macsInput.value, cyclesInput.value)
        switch metric {
        case .utilisation:
            return (
                "MACs / (cycles * N * S)", "\(operations) / (\(time) * \(accelerator.tile.lanes.groupedText))",
                [macsInput, cyclesInput] + lanesInputs,
                "definition"
            )
        case .latency: return ("cycles / clock", "\(time) / \(clock)", [cyclesInput, clockInput], "definition")
        case .throughput: return ("clock / cycles", "\(clock) / \(time)", [clockInput, cyclesInput], "definition")
        case .energyPerMAC: return ("energy / MACs", "\(joules) / \(operations)", [energyInput, macsInput], "definition")
        case .efficiency:
            return (
                "2 * MACs / energy", "2 * \(operations) / \(joules)", [macsInput, energyInput], "a MAC counts as two operations"
            )
        default:
            return (
                "energy * latency", "\(joules) * \(latency.milliseconds.text(significant: 5)) ms",
                [energyInput, cyclesInput, clockInput], "definition"
            )
        }
    }

    private var clockInput: Explanation.Input {
        .init("clock", accelerator.tile.clock.megahertz, "MHz", significant: 4, source: accelerator.source(of: .clock))
    }

    private var lanesInputs: [Explanation.Input] {
        [
            .init("N", count: accelerator.tile.neurons, source: accelerator.source(of: .neurons)),
            .init("S", count: accelerator.tile.synapses, source: accelerator.source(of: .synapses)),
        ]
    }
}
