import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import Terminal
import Testing

@testable import Explorer

@Suite("The Layers screen")
struct LayersViewTests {
    @Test("Every layer stands with cycles, energy and memory, and all of them add up to the network's")
    func layers() throws {
        var state = try Fixture.state(150, 40)
        try state.press("5")
        let evaluation = try #require(state.selectedPoint?.evaluation)
        let text = state.text
        for layer in evaluation.mapping.layers {
            #expect(text.contains(layer.layer.name) && text.contains(layer.cycles.groupedText))
        }
        #expect(text.contains(evaluation.cycles.groupedText) && text.contains("100.0"))
        #expect(evaluation.mapping.layers.reduce(0) { $0 + $1.cycles } == evaluation.cycles)
    }

    @Test(
        "The diagram has three stages, for binary weights two, with the weight block of the precision",
        arguments: Precision.ofThePaper)
    func diagram(precision: Precision) throws {
        var state = try Fixture.state(120, 40, study: "default")
        try state.press("/,text:prec=\(precision.name),enter,5")
        let text = state.text
        #expect(text.contains("stage 2") && text.contains("stage 3") == (precision != .binary))
        #expect(text.contains("NBin") && text.contains("SB") && text.contains("NBout"))
        let block: String =
            switch precision.weights {
            case .float32, .fixed: "256 multipliers"
            case .powerOfTwo: "256 barrel shifters"
            case .binary: "256 negations"
            }
        #expect(text.contains(block))
    }

    @Test("At 80 columns nothing in the diagram is cut: the buffers stand beneath it", arguments: Precision.ofThePaper)
    func narrowDiagram(precision: Precision) throws {
        var state = try Fixture.state(80, 24, study: "default")
        try state.press("/,text:prec=\(precision.name),enter,5")
        let diagram = state.lines[2...7].joined(separator: "\n")
        #expect(diagram.contains("▲ NBin") && diagram.contains("▼ NBout"))
        #expect(!diagram.contains("…"))
        let design = try #require(state.selectedPoint?.evaluation.design)
        for stage in AcceleratorDiagram(design: design).stages {
            for text in [stage.title] + stage.lines { #expect(diagram.contains(text)) }
        }
    }

    @Test("The cursor stays within the layers, and the point walks left and right", arguments: [(120, 40), (40, 10), (20, 5)])
    func moving(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press("5,G,j*3")
        let layers = try #require(state.selectedPoint?.evaluation.mapping.layers)
        #expect(state.layers.cursor == layers.count - 1)
        let frame = state.frame(for: .full)
        let cursor = try #require(frame.cursor)
        #expect(frame.surface[cursor].style.attributes.contains(.reverse))
        try state.press("k*50")
        #expect(state.layers.cursor == 0)
        let before = state.selection
        try state.press("2,g,5,l")
        #expect(state.selection != before || state.points.order.count == 1)
    }

    @Test(
        "What a run found in the layers stands below them, or behind enter where there is no room",
        arguments: [(120, 40), (120, 30), (80, 24)])
    func measured(size: (Int, Int)) throws {
        var record = try Fixture.record(.fixed8, accuracy: 83)
        record.quantizationJSON = """
            {"input": {"bits": 8, "fraction_bits": 5}, "layers": [
              {"layer": "conv1", "weights": {"fixed": {"format": {"bits": 8, "fraction_bits": 9}}}, "output": {"bits": 8, "fraction_bits": 4}},
              {"layer": "ip1", "weights": {"fixed": {"format": {"bits": 8, "fraction_bits": -2}}}, "output": null}]}
            """
        record.arithmetic = ArithmeticReport(
            precision: .fixed8, images: 10, imagesBelowLimit: 10, imagesEqual: 10, imagesDiffering: 0, imagesTraced: 10,
            inputSaturatedPercent: 1.5,
            layers: [
                LayerArithmetic(
                    name: "conv1", accumulatorBits: 19, featureMapsSaturatedPercent: 0.25, weightsSaturatedPercent: 12)
            ])
        var state = try Fixture.state(size.0, size.1, study: "default", records: [record])
        try state.press("/,text:source=measured,enter,5")
        if size.0 < 120 { try state.press("enter") }
        let text = state.text
        for part in [
            "8 bits, point 9", "8 bits, point -2", "float32", "19, model 24", "0.25",
        ] { #expect(text.contains(part), "\(part) in\n\(text)") }
        try state.press("esc,/,c-u,text:source=published,enter,enter")
        #expect(state.text.contains("No run of this point"))
    }

    @Test("Where a point's name has no room the precision has its short one, and a breach of the budget is told")
    func title() throws {
        var state = try Fixture.state(20, 5)
        try state.press("5,:select alex/pow2")
        #expect(state.text.contains("▸ ALEX pow2"), "\(state.text)")
        state = try Fixture.state(120, 40)
        try state.press("5,:budget power<150,:select alex/float32")
        #expect(state.lines[1].contains("over budget: power"), "\(state.text)")
    }
}
