import Networks
import Precision
import Quantities

extension Evaluation {
    /// Why a figure of one layer is what it is.
    public func explanation(of metric: LayerMetric, of layer: LayerMapping) -> Explanation {
        let value = metric.value(of: layer, in: self)
        let number = metric == .macs || metric == .cycles ? Int(value).groupedText : value.text(significant: 6)
        let (formula, substitution, inputs, source) = derivation(of: metric, of: layer)
        return Explanation(
            title: "\(metric.title) of \(layer.layer.name) in \(network.title) at \(precision.title)", value: value,
            unit: metric.unit,
            formula: formula, substitution: "\(substitution) = \(number) \(metric.unit)", inputs: inputs, source: source,
            caveats: caveats)
    }

    private typealias Derivation = (formula: String, substitution: String, inputs: [Explanation.Input], source: String)

    private func derivation(of metric: LayerMetric, of layer: LayerMapping) -> Derivation {
        switch metric {
        case .macs: macsDerivation(of: layer.layer)
        case .cycles: cyclesDerivation(of: layer)
        case .utilisation:
            (
                "MACs / (cycles * N * S)", "\(layer.layer.macs) / (\(layer.cycles) * \(accelerator.tile.lanes))",
                [
                    .init("MACs", layer.layer.macs.groupedText, source: network.source),
                    .init("cycles", layer.cycles.groupedText, source: "mapping"), neurons, synapses,
                ], "definition"
            )
        case .energy, .energyShare: energyDerivation(of: metric, of: layer)
        case .parameterSize, .featureMapSize: memoryDerivation(of: metric, of: layer.layer)
        }
    }

    private func macsDerivation(of layer: PlacedLayer) -> Derivation {
        let (input, output) = (layer.input, layer.output)
        let shapes = [
            Explanation.Input("input", input.description, source: "height × width × channels"),
            Explanation.Input("output", output.description, source: network.source),
        ]
        switch layer.layer.kind {
        case .convolution(let kernel, _, _, _):
            return (
                "outputs * input channels * k * k", "\(output.count) * \(input.channels) * \(kernel * kernel)",
                shapes + [.init("k", "\(kernel)", source: "kernel of the layer")], "definition of a convolution"
            )
        case .innerProduct:
            return ("inputs * outputs", "\(input.count) * \(output.count)", shapes, "definition of an inner product")
        case .pooling: return ("a pooling multiplies nothing", "0", shapes, "definition")
        }
    }

    private func cyclesDerivation(of layer: LayerMapping) -> Derivation {
        let (tile, placed) = (accelerator.tile, layer.layer)
        let source = "mapping on the tile of Hashemi et al., Section IV-A"
        switch placed.layer.kind {
        case .convolution(let kernel, _, _, _):
            return (
                "ceil(outputs * input channels * ceil(k * k / S) / N)",
                "ceil(\(placed.output.count) * \(placed.input.channels) * ceil(\(kernel * kernel) / \(tile.synapses)) / \(tile.neurons))",
                [
                    .init("outputs", placed.output.count.groupedText, source: placed.output.description),
                    .init("input channels", "\(placed.input.channels)", source: placed.input.description),
                    .init("k", "\(kernel)", source: "kernel of the layer"), neurons, synapses,
                ], source
            )
        case .innerProduct:
            return (
                "ceil(inputs * outputs / (N * S))",
                "ceil(\(placed.input.count) * \(placed.output.count) / (\(tile.neurons) * \(tile.synapses)))",
                [
                    .init("inputs", placed.input.count.groupedText, source: placed.input.description),
                    .init("outputs", placed.output.count.groupedText, source: placed.output.description), neurons, synapses,
                ], source
            )
        case .pooling: return ("hidden behind the layer before it", "0", [], source)
        }
    }

    private func energyDerivation(of metric: LayerMetric, of layer: LayerMapping) -> Derivation {
        let charged = chargedEnergyPerCycle.picojoules.text(significant: 6)
        let own = energy(of: layer).microjoules.text(significant: 6)
        let all = energy.microjoules.text(significant: 6)
        guard metric == .energy else {
            return (
                "energy of the layer / energy of the network * 100", "\(own) / \(all) * 100",
                [
                    .init("energy of the layer", "\(own) µJ", source: "charged energy of a cycle * cycles"),
                    .init("energy of the network", "\(all) µJ", source: "\(accounting.rawValue) accounting"),
                ], "definition; as every cycle costs the same, it is the share of the cycles"
            )
        }
        return (
            "charged energy of a cycle * cycles", "\(charged) pJ * \(layer.cycles)",
            [
                .init(
                    "energy of a cycle", "\(charged) pJ",
                    source: accounting == .gated ? "power / clock, less an idle energy that is not charged" : "power / clock"),
                .init("cycles", layer.cycles.groupedText, source: "mapping"),
            ], "\(accounting.rawValue) accounting"
        )
    }

    private func memoryDerivation(of metric: LayerMetric, of layer: PlacedLayer) -> Derivation {
        guard metric == .parameterSize else {
            return (
                "(inputs + outputs) * data bits / 8 / 1024",
                "(\(layer.input.count) + \(layer.output.count)) * \(precision.dataBits) / 8 / 1024",
                [
                    .init("inputs", layer.input.count.groupedText, source: layer.input.description),
                    .init("outputs", layer.output.count.groupedText, source: layer.output.description),
                    .init("data bits", "\(precision.dataBits)", source: precision.title),
                ], "the feature maps that must be held at once"
            )
        }
        return (
            "weights * weight bits / 8 / 1024", "\(layer.weightCount) * \(precision.weightBits) / 8 / 1024",
            [
                .init("weights", layer.weightCount.groupedText, source: network.source),
                .init("weight bits", "\(precision.weightBits)", source: precision.title),
            ], "Hashemi et al., Section V-B: weights without biases"
        )
    }

    private var neurons: Explanation.Input {
        .init("N", "\(accelerator.tile.neurons)", source: accelerator.source(of: .neurons))
    }

    private var synapses: Explanation.Input {
        .init("S", "\(accelerator.tile.synapses)", source: accelerator.source(of: .synapses))
    }
}
