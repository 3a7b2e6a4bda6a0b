import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import Terminal
import Testing

@testable import Explorer

@Suite("Table, Compare and Layers as images")
struct TypesetImageTests {
    private func svg(_ state: inout ExplorerState) throws -> String {
        guard case .export(let export) = try state.press(":,text:export svg,enter").first, case .picture(let svg) = export.content
        else { throw LineMistake(offset: 0, message: state.prompt?.error?.message ?? "nothing is exported") }
        return svg
    }

    private func measured() throws -> ExplorerState {
        let records = try [Precision.float32, .fixed16, .powerOfTwo].enumerated().map {
            try Fixture.record($1, accuracy: 80 + Double($0) / 3)
        }
        return try Fixture.state(120, 40, study: "default", records: records)
    }

    /// Keys that lead to each screen, and to what else it may show.
    static let views = [
        "2", "2,e,text:clock=300 sb*2,enter", "2,:,text:budget power<300,enter,m,j,m",
        "2,:,text:columns energy macs origin seeds,enter",
        "4", "2,g,m,j,m,j,m,j,m,4", "2,g,m,j,m,4,e,text:clock=300,enter", "5", "5,e,text:neurons=8,enter",
        "2,/,text:prec=binary,enter,5",
    ]

    @Test("No text covers another or runs past the edge, and the file says where it comes from", arguments: views)
    func geometry(keys: String) throws {
        var state = try measured()
        try state.press(keys)
        let svg = try svg(&state)
        let header = try #require(svg.split(separator: "\n").first)
        let width = try #require(DrawnText.number("width", in: header))
        let height = try #require(DrawnText.number("height", in: header))
        let texts = DrawnText.all(in: svg)
        for (index, text) in texts.enumerated() {
            #expect(text.box.left >= 0 && text.box.right <= width, "\(text.text) runs past the edge")
            #expect(text.box.top >= 0 && text.box.bottom <= height, "\(text.text) runs past the edge")
            for other in texts[(index + 1)...] { #expect(!text.box.overlaps(other.box), "\(text.text) covers \(other.text)") }
        }
        for fact in ["study default", "dataset cifar10", "scenario ", "version "] { #expect(svg.contains(fact), "\(fact)") }
        #expect(!svg.contains("monospace"), "a picture of cells")
        #expect(!texts.contains { $0.text.contains("…") }, "a text is cut")
        #expect(try self.svg(&state) == svg)
    }

    @Test("The table has the chosen columns with their units, and every row that passes the filter")
    func table() throws {
        var state = try Fixture.state(80, 24)
        try state.press("2,/,text:net=alex,enter,:,text:columns precision accuracy energy,enter,s*4")
        let texts = DrawnText.all(in: try svg(&state)).map(\.text)
        for heading in ["network", "precision", "accuracy", "%", "energy", "µJ/image"] { #expect(texts.contains(heading)) }
        #expect(!texts.contains("power"))
        #expect(texts.count { $0 == "ALEX" } == state.points.order.count)
        let energies = state.points.order.map { Column.energy.text(in: state.points.rows[$0]) }
        #expect(texts.filter(energies.contains) == energies)
        #expect(texts.contains("Rows are in the order of energy, rising."))
        #expect(texts.contains { $0.hasPrefix("accuracies published: Table V") })
    }

    @Test("A long table ends where it says, and says how many rows are missing")
    func long() throws {
        let points = (0..<(TableImage.mostRows + 1234)).map { (Precision.fixed8, Optional(70 + Double($0) / 100)) }
        var state = ExplorerState(try Fixture.study(title: "NET", points: points), size: .init(columns: 120, rows: 40))
        try state.press("2")
        let texts = DrawnText.all(in: try svg(&state)).map(\.text)
        #expect(texts.count { $0 == "NET" } == TableImage.mostRows)
        #expect(texts.contains("The first 500 of 1,734 design points, in the order of the study: 1,234 more pass the filter."))
    }

    @Test("What is marked, over budget, changed or not converged shows without colour and is explained")
    func signs() throws {
        var state = try Fixture.state(120, 40, study: "hashemi2017")
        try state.press("2,m,:,text:budget power<300,enter,e,text:clock=300,enter")
        let svg = try svg(&state)
        let texts = DrawnText.all(in: svg).map(\.text)
        #expect(texts.count { $0.hasSuffix(" ◆") } == 1 && texts.contains("'"))
        #expect(svg.contains("font-style=\"italic\""))
        let notes = texts.filter { $0.hasSuffix(".") }.joined(separator: " ")
        for sign in ["◆ marked", "' changed by the what-if", "grey italics: over budget power<300"] {
            #expect(notes.contains(sign))
        }
        #expect(!texts.contains("energy error"), "an error against the paper's says nothing of another accelerator")
        var svhn = try Fixture.state(120, 40)
        try svhn.press(":,text:dataset svhn,enter,2")
        let others = DrawnText.all(in: try self.svg(&svhn)).map(\.text)
        #expect(others.contains("19.57") && others.contains("!"))
        #expect(others.contains { $0.contains("! training did not converge") && $0.contains("NA: training failed") })
    }

    @Test("A comparison has every metric of every point, differences and ratios, bars and the verdicts")
    func comparison() throws {
        var state = try Fixture.state(120, 40)
        try state.press("2,g,m,j,m,j,m,4")
        let compared = ComparedPoints(state)
        let svg = try svg(&state)
        let texts = DrawnText.all(in: svg).map(\.text)
        for point in compared.points {
            #expect(texts.contains(point.name))
            for metric in PointComparison.metrics { #expect(texts.contains(metric.text(in: point)), "\(metric)") }
        }
        let comparison = PointComparison(compared.points[1], with: compared.points[0])
        let energy = try #require(comparison.lines.first { $0.column == .energy }?.ratio)
        #expect(texts.contains("×\(energy.text(significant: 3))"))
        #expect(
            texts.contains(
                Column.power.differenceText(
                    of: compared.points[1].evaluation.power.milliwatts, from: compared.points[0].evaluation.power.milliwatts)))
        #expect(texts.joined(separator: " ").contains(comparison.verdict))
        #expect(svg.split(separator: "\n").count { $0.hasPrefix("<rect") && $0.contains("height=\"7\"") } > 30)
    }

    @Test(
        "The layers are a diagram in shapes and a table with a bar for each share",
        arguments: ["float32", "fixed8", "pow2", "binary"])
    func layers(precision: String) throws {
        var state = try Fixture.state(120, 40)
        try state.press("2,/,text:prec=\(precision),enter,5")
        let point = try #require(state.selectedPoint)
        let svg = try svg(&state)
        let texts = DrawnText.all(in: svg).map(\.text)
        let stages = AcceleratorDiagram(design: point.evaluation.design).stages
        for text in stages.flatMap({ [$0.title] + $0.lines }) + ["NBin: inputs", "SB: weights", "NBout: outputs"] {
            #expect(texts.contains(text), "\(text) is missing")
        }
        #expect(texts.count { $0.hasPrefix("stage ") } == stages.count)
        #expect(svg.split(separator: "\n").count { $0.hasPrefix("<rect") && $0.contains("rx=") } == stages.count + 3)
        let layers = point.evaluation.mapping.layers
        for layer in layers { #expect(texts.contains(layer.layer.name)) }
        let bars = svg.split(separator: "\n").count { $0.hasPrefix("<rect") && $0.contains("height=\"7\"") }
        #expect(bars == layers.count { $0.cycles > 0 })
    }

    /// Told apart by position, because test logs print arguments as they are.
    static let titles = [
        "</text><script>", "\u{1b}[31m\u{0}\"", "a\u{202e}b\n", "表\u{301}\u{301}é", String(repeating: "wide name ", count: 60),
    ]

    @Test("A hostile title stays text in every image", arguments: titles.indices, ["2", "4", "5"])
    func hostile(index: Int, screen: String) throws {
        let study = try Fixture.study(title: Self.titles[index], points: [(.float32, 80), (.fixed8, 79)])
        var state = ExplorerState(study, size: .init(columns: 120, rows: 40))
        try state.press(screen)
        let svg = try svg(&state)
        for hostile in ["<script", "\u{1b}", "\u{0}", "\u{202e}"] { #expect(!svg.contains(hostile)) }
        let width = try #require(svg.split(separator: "\n").first.flatMap { DrawnText.number("width", in: $0) })
        #expect(width < 2500)
        for text in DrawnText.all(in: svg) { #expect(text.box.right <= width, "\(text.text.prefix(20)) runs past the edge") }
    }

    @Test("Of a screen with nothing on it there is no image, and it is said why")
    func nothing() throws {
        var state = try Fixture.state(120, 40)
        for (keys, reason) in [("6", "the queue is empty"), ("2,/,text:acc>99,enter", "no point is shown")] {
            try state.press(keys)
            #expect(try state.press(":,text:export svg,enter").isEmpty)
            #expect(state.prompt?.error?.message.contains(reason) == true)
            try state.press("esc")
        }
    }
}
