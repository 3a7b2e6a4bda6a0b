import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import Terminal
import Testing

@testable import Explorer

@Suite("Why")
struct WhyTests {
    private func why(_ state: ExplorerState) -> String { PanelText(.why, of: state).lines.map(\.text).joined(separator: "\n") }

    @Test("On the layers every figure of the layer under the cursor is explained, with the values filled in", arguments: 0..<8)
    func layers(place: Int) throws {
        var state = try Fixture.state(160, 60)
        try state.press("5,g,j*\(place)")
        let evaluation = try #require(state.selectedPoint?.evaluation)
        let layer = try #require(state.layerUnderCursor)
        let text = why(state)
        for metric in LayerMetric.allCases {
            #expect(text.contains("\(layer.layer.name): \(metric.title)"))
            let explanation = evaluation.explanation(of: metric, of: layer)
            #expect(explanation.substitution.hasSuffix(metric.unit) && !explanation.source.isEmpty)
        }
        if case .convolution = layer.layer.layer.kind {
            #expect(text.contains("ceil(outputs * input channels * ceil(k² / S) / N)"))
        }
        #expect(PanelText(.why, of: state).title.contains(layer.layer.name))
    }

    @Test("The filled-in formula of a layer gives its figure")
    func values() throws {
        let state = try Fixture.state()
        let evaluation = try #require(state.selectedPoint?.evaluation)
        for layer in evaluation.mapping.layers {
            let energy = LayerMetric.energy.value(of: layer, in: evaluation)
            #expect(
                abs(energy - evaluation.chargedEnergyPerCycle.picojoules * Double(layer.cycles) / 1e6) <= 1e-9 * max(1, energy))
        }
        let shares = evaluation.mapping.layers.reduce(0) { $0 + LayerMetric.energyShare.value(of: $1, in: evaluation) }
        #expect(abs(shares - 100) < 1e-6)
    }

    @Test("A run's radix points and clipping are explained with its layer")
    func measured() throws {
        var record = try Fixture.record(.fixed8, accuracy: 83)
        record.quantizationJSON = """
            {"input": {"bits": 8, "fraction_bits": 5}, "layers": [
              {"layer": "conv1", "weights": {"fixed": {"format": {"bits": 8, "fraction_bits": 9}}}, "output": {"bits": 8, "fraction_bits": 4}}]}
            """
        var state = try Fixture.state(160, 60, study: "default", records: [record])
        try state.press("/,text:source=measured,enter,5,g")
        #expect(why(state).contains("8 bits, point 9") && why(state).contains("2^P"))
    }

    @Test("On the comparison every difference and ratio is worked out")
    func comparison() throws {
        var state = try Fixture.state(160, 60)
        try state.press("/,text:net=alex prec=float32,enter,m,/,c-u,text:net=alex++ prec=pow2,enter,m,/,c-u,enter,4")
        let text = why(state)
        let (first, second) = (
            state.points.rows[try #require(state.points.position(of: state.marks[0]))], try #require(state.selectedPoint)
        )
        let ratio = (second.evaluation.energy / first.evaluation.energy).text(significant: 3)
        #expect(text.contains("\(Column.energy.text(in: second)) / \(Column.energy.text(in: first)) = × \(ratio)"))
        #expect(text.contains("81.26 - 81.22 = +0.04 points, a tie"))
    }

    @Test("On the bars the sum of the bar, the paper's figure, the buffers' share and the components are explained")
    func bars() throws {
        var state = try Fixture.state(160, 60)
        try state.press("3,g")
        let text = why(state)
        for part in ["power  1387.8 mW", "area  16.", "the model is at", "buffers", "75 to 93 %", "source: "] {
            #expect(text.contains(part), "\(part) in\n\(text)")
        }
    }

    @Test("What a point saves and how far the units are in use is explained, with the paper's saving beside it")
    func saving() throws {
        var state = try Fixture.state(160, 60)
        try state.press("/,text:net=alex++ prec=pow2,enter")
        let text = why(state)
        #expect(text.contains("(1 - energy / energy of the baseline) * 100") && text.contains("saves 35.93 %"))
        #expect(text.contains("MACs / (cycles * N * S)"))
    }
}
