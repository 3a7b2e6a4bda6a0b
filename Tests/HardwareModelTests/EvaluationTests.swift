import HardwareModel
import Networks
import Precision
import Quantities
import Testing

@Suite("A network on an accelerator")
struct EvaluationTests {
    @Test("Windows are packed into synapses, outputs over neurons, and poolings are hidden")
    func cycles() throws {
        let mapping = Mapping(try Fixtures.network(), on: Fixtures.tile())
        #expect(mapping.layers.map(\.cycles) == [(8 * 8 * 7 * 3 * 2 + 15) / 16, 0, (4 * 4 * 7 * 10 + 255) / 256])
        #expect(mapping.cycles == mapping.layers.reduce(0) { $0 + $1.cycles })
    }

    @Test("Utilisation is the share of useful MACs, never above one", arguments: [(16, 16), (4, 25), (1, 1), (64, 9)])
    func utilisation(neurons: Int, synapses: Int) throws {
        let tile = Fixtures.tile(neurons: neurons, synapses: synapses)
        let mapping = Mapping(try Fixtures.network(), on: tile)
        for layer in mapping.layers {
            #expect((0...1).contains(layer.utilisation))
        }
        #expect(abs(mapping.utilisation * Double(mapping.cycles * tile.lanes) - Double(mapping.network.macs)) < 1e-6)
    }

    @Test("A 3×3 window fills 9 of 16 synapses, a 5×5 window 25 of 32", arguments: [(3, 9.0 / 16), (5, 25.0 / 32), (7, 49.0 / 64)])
    func windows(kernel: Int, utilisation: Double) throws {
        let network = try Network(
            name: "one", title: "One", input: Shape(height: 16, width: 16, channels: 16),
            layers: [
                Layer(
                    name: "conv", kind: .convolution(kernel: kernel, outputChannels: 16, stride: 1, padding: kernel / 2),
                    activation: .none)
            ], source: "test")
        #expect(Mapping(network, on: Fixtures.tile()).utilisation == utilisation)
    }

    @Test("Nominal energy is power times time; gated is less by the idle energy", arguments: Precision.ofThePaper)
    func accounting(precision: Precision) throws {
        let (network, accelerator) = (try Fixtures.network(), try Fixtures.accelerator())
        let nominal = Evaluation(network: network, precision: precision, accelerator: accelerator)
        let gated = Evaluation(network: network, precision: precision, accelerator: accelerator, accounting: .gated)
        #expect(abs(nominal.energy / (nominal.power * nominal.latency) - 1) < 1e-12)
        let idle = Energy.picojoules(60.4) * Double(nominal.cycles)
        #expect(abs((nominal.energy - gated.energy) / idle - 1) < 1e-9)
        #expect(nominal.power == gated.power)
    }

    @Test("Gated energy is at least half of the nominal one, and says so where that is more than the idle energy leaves")
    func smallTile() throws {
        let network = try Fixtures.network()
        var accelerator = try Fixtures.accelerator()
        for (parameter, value) in [(Accelerator.Parameter.neurons, 1.0), (.synapses, 1)] {
            accelerator = try accelerator.setting(parameter, to: value)
        }
        let nominal = Evaluation(network: network, precision: .fixed4, accelerator: accelerator)
        let gated = Evaluation(network: network, precision: .fixed4, accelerator: accelerator, accounting: .gated)
        #expect(nominal.design.energyPerCycle < .picojoules(120))
        #expect(abs(gated.energy / nominal.energy - 0.5) < 1e-12)
        #expect(gated.caveats.contains(.cutIdleEnergy) && !nominal.caveats.contains(.cutIdleEnergy))
        #expect(gated.explanation(of: .energy).formula.contains("half"))
        let usual = Evaluation(
            network: network, precision: .binary, accelerator: try Fixtures.accelerator(), accounting: .gated)
        #expect(!usual.caveats.contains(.cutIdleEnergy))
    }

    @Test("Gated energy is zero only where nothing takes any")
    func gatedFloor() throws {
        let free = try Fixtures.costs { costs in
            for component in Component.allCases { costs[component]?.energy = .zero }
        }
        let evaluation = Evaluation(
            network: try Fixtures.network(), precision: .fixed8, accelerator: try Fixtures.accelerator(costs: free),
            accounting: .gated)
        #expect(evaluation.energy == .zero)
    }

    @Test("Layers' energies add up to the image's", arguments: Accounting.allCases)
    func layerEnergies(accounting: Accounting) throws {
        let evaluation = Evaluation(
            network: try Fixtures.network(), precision: .powerOfTwo, accelerator: try Fixtures.accelerator(), accounting: accounting
        )
        let sum = evaluation.mapping.layers.reduce(Energy.zero) { $0 + evaluation.energy(of: $1) }
        #expect(abs(sum / evaluation.energy - 1) < 1e-12)
    }

    @Test("Derived metrics follow their definitions")
    func derived() throws {
        let evaluation = Evaluation(network: try Fixtures.network(), precision: .fixed8, accelerator: try Fixtures.accelerator())
        #expect(abs(evaluation.imagesPerSecond * evaluation.latency.seconds - 1) < 1e-12)
        #expect(abs(evaluation.energyPerMAC.picojoules * evaluation.teraOperationsPerWatt - 2) < 1e-12)
        #expect(evaluation.energyDelayProduct == EnergyDelayProduct(energy: evaluation.energy, delay: evaluation.latency))
        let weights = 25 * 3 * 7 + 4 * 4 * 7 * 10
        #expect(evaluation.parameterSize == .bits(weights * 8))
        #expect(evaluation.featureMapSize == .bits((12 * 12 * 3 + 8 * 8 * 7) * 8))
        #expect(evaluation.weightsFitSynapseBuffer == (weights <= 256 * 320))
    }

    @Test("Only what differs from the calibrated design is called an extrapolation")
    func caveats() throws {
        let published = try Fixtures.accelerator()
        #expect(published.caveats(for: .fixed8).isEmpty)
        #expect(published.caveats(for: try .fixed(weightBits: 12, dataBits: 12)) == [.extrapolatedPrecision])
        let fast = try published.with(tile: Fixtures.tile(clock: 251))
        #expect(fast.caveats(for: .fixed8) == [.unverifiedTiming])
        let slow = try published.with(tile: Fixtures.tile(clock: 100))
        #expect(slow.caveats(for: .fixed8) == [.slowClock])
        let wide = try published.with(tile: Fixtures.tile(neurons: 32))
        #expect(wide.caveats(for: .fixed8) == [.extrapolatedTile])
        var silent = try Fixtures.costs()
        silent.calibration = nil
        #expect(try published.with(costs: silent).caveats(for: .fixed8) == [.uncalibrated])
    }

    @Test("Every figure says its formula, its result, its inputs and their sources", arguments: Metric.allCases)
    func explanations(metric: Metric) throws {
        for accounting in Accounting.allCases {
            let evaluation = Evaluation(
                network: try Fixtures.network(), precision: .binary, accelerator: try Fixtures.accelerator(), accounting: accounting
            )
            let explanation = evaluation.explanation(of: metric)
            #expect(explanation.value == metric.value(in: evaluation) && explanation.unit == metric.unit)
            #expect(explanation.substitution.hasSuffix("= \(metric.text(in: evaluation, significant: 6))"))
            #expect(explanation.inputs.allSatisfy { $0.number != nil })
            #expect(!explanation.formula.isEmpty)
            #expect(!explanation.source.isEmpty)
            #expect(explanation.inputs.allSatisfy { !$0.name.isEmpty && !$0.value.isEmpty && !$0.source.isEmpty })
            #expect(!explanation.inputs.isEmpty)
        }
    }
}
