import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import ShippedPresets
import Terminal
import Testing

@testable import Explorer

@Suite("Why")
struct WhyTests {
    private func why(_ state: ExplorerState) -> String { PanelText(.why, of: state).lines.map(\.text).joined(separator: "\n") }

    @Test(
        "The title of why is never cut, and says which lines are shown", arguments: [(80, 24), (40, 10)], ["1", "2", "3", "4", "5"])
    func uncutTitle(size: (Int, Int), screen: String) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press("\(screen),w")
        let title = try #require(state.lines.first { $0.contains("Why") })
        #expect(!title.contains("…"), "\(state.text)")
        #expect(screen == "5" || title.contains(" of "), "\(state.text)")
    }

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
            #expect(text.contains("ceil(outputs * input channels * ceil(k * k / S) / N)"))
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

    @Test("On the table every column of figures that is shown is explained, in the table's order behind the accuracy")
    func columns() throws {
        var record = try Fixture.record(.fixed8, accuracy: 83)
        record.testImages = 9000
        var state = try Fixture.state(200, 60, study: "default", records: [record])
        try state.press(
            "2,:columns +macs +throughput +pj-per-mac +tops-per-watt +energy-delay +feature-maps +fits-sb +paper-energy +seeds")
        try state.press(":select alex/fixed8 measured")
        let row = try #require(state.selectedPoint)
        let text = why(state)
        var last = text.startIndex
        #expect(state.explainedColumns.first == .accuracy)
        for column in state.table.columns where column != .accuracy {
            guard let explanation = row.explanation(of: column) else {
                #expect(!column.isNumeric, "\(column)")
                continue
            }
            let place = text.range(of: explanation.formula, in: last..<text.endIndex)
            #expect(place != nil, "\(column): \(explanation.formula) behind the last in\n\(text)")
            last = place?.upperBound ?? last
        }
        #expect(text.contains("paper    ") && text.contains("Table V"))
        try state.press(":columns network macs")
        #expect(why(state).contains("MACs  ") && !why(state).contains("energy of one image"))
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

    @Test("A difference is that of the figures as they stand there, and what it is before rounding; a small figure has its digits")
    func rounding() throws {
        let records = [
            try Fixture.record(.fixed8, accuracy: 82.9445), try Fixture.record(.powerOfTwo, accuracy: 83.0778),
        ]
        var state = try Fixture.state(160, 60, study: "default", records: records)
        try state.press("/,text:source=measured prec=fixed8,enter,m,/,c-u,text:source=measured prec=pow2,enter,m,/,c-u,enter,4")
        let text = why(state)
        #expect(text.contains("83.08 - 82.94 = +0.14 points (+0.133 before rounding)"), "\(text)")
        let row = try #require(state.selectedPoint)
        #expect(text.contains("  \(row.evaluation.teraOperationsPerWatt.text(significant: 4)) / "), "\(text)")
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

    @Test("Of a dominated point it says what dominates it, by how much, what else does, and what would put it on the frontier")
    func domination() throws {
        var state = try Fixture.state(160, 60, study: "default", records: try Fixture.shippedRecords())
        var mostOthers = 0
        for (index, point) in state.plot.points.enumerated() where point.isConverged {
            state.select(point.position)
            let text = why(state)
            guard !point.isOnFrontier else {
                #expect(!text.contains("off the frontier"))
                continue
            }
            let dominators = state.plot.points.filter { other in
                other.x <= point.x && other.y >= point.y && (other.x < point.x || other.y > point.y)
            }
            #expect(state.plot.line.dominators(of: index).count == dominators.count)
            mostOthers = max(mostOthers, dominators.count - 1)
            for part in ["off the frontier  dominated by ", "  by       ", "would put it on the frontier"] {
                #expect(text.contains(part), "\(part) in\n\(text)")
            }
            let dominator = try #require(state.plot.line.domination(of: index)?.dominator)
            let (other, own) = (state.points.rows[state.plot.points[dominator].position], state.points.rows[point.position])
            let name = "\(other.evaluation.network.title) \(other.point.shortName)"
            let origin = [other.accuracy?.source.rawValue, other.detail].compactMap(\.self).joined(separator: " ")
            let source = other.point == own.point ? " (\(origin))" : other.mark
            #expect(text.contains("dominated by \(name)\(source)"), "\(name)\(source) in\n\(text)")
            #expect(text.contains("  also by  ") == (dominators.count > 1))
            #expect(text.contains(" and \(dominators.count - 4) more") == (dominators.count > 4))
            let (section, volume) = (text.ranges(of: "off the frontier").first, text.ranges(of: "hypervolume").first)
            #expect(try #require(section).lowerBound < (try #require(volume)).lowerBound)
        }
        #expect(mostOthers > 3)
        try state.press("2,:select alex/fixed16 published")
        #expect(why(state).contains("more than"))
    }

    @Test(
        "Whatever was changed by hand is never said to be the paper's", arguments: Accelerator.Parameter.all,
        [Screen.frontier, .bars])
    func changedByHand(parameter: Accelerator.Parameter, screen: Screen) throws {
        var state = try Fixture.state(160, 60)
        try state.press("\(screen.rawValue)")
        try state.press("e,text:\(parameter.name)*2,enter")
        var lines: [String] = []
        // Every precision has components of its own.
        for place in screen == .bars ? Array(state.designs.indices) : [0] {
            state.bars.cursor = place
            lines += PanelText(.why, of: state).lines.map(\.text) + PanelText(.components, of: state).lines.map(\.text)
        }
        for position in screen == .bars ? [] : Array(state.points.rows.indices) {
            state.select(position)
            lines += PanelText(.why, of: state).lines.map(\.text)
        }
        let accelerator = state.study.accelerator
        let change = "\(parameter.name) = \(accelerator[parameter].trimmed(significant: 9))"
        #expect(lines.contains { $0.contains("changed by hand: \(change)") })
        #expect(lines.contains { $0.hasPrefix("what if") && $0.contains("\(parameter.name)=") })
        guard parameter == .clock else { return }
        #expect(!lines.contains { $0.contains("clock  500") && $0.contains("Hashemi") }, "\(lines)")
    }

    @Test("Both costs of a component that were changed by hand are told")
    func bothCosts() throws {
        let accelerator = try Fixture.study().accelerator
        let changed = try WhatIfLine("control.energy=12 control.area=3", from: accelerator).accelerator
        #expect(changed.costs[.control].source == "changed by hand: control.energy = 12 pJ, control.area = 3 µm²")
        #expect(try WhatIfLine("clock=\(accelerator[.clock])", from: accelerator).accelerator == accelerator)
    }

    @Test("The panel lists what was changed in full, and the caveats", arguments: Screen.allCases)
    func caveats(screen: Screen) throws {
        var state = try Fixture.state(160, 60)
        try state.press("\(screen.rawValue),e,text:clock=500 sb=640 fixed_multiplier.energy=3,enter,w")
        let text = why(state)
        for part in ["what if  clock=500 sb=640 fixed_multiplier.energy=3", "timing unverified", "extrapolated"] {
            #expect(text.contains(part), "\(part)")
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

    @Test("Each saving names what it is against, and the paper's stands beside none that is against something else")
    func savingAgainstAnother() throws {
        var state = try Fixture.state(160, 60)
        try state.press(":select alex++/pow2")
        #expect(why(state).contains("% against ALEX float32 (model)") && why(state).contains("saves 35.93 % against ALEX float32"))
        let catalogue = try ShippedPresets.catalogue()
        let paper = try catalogue.study("hashemi2017")
        let benchmarks = paper.benchmarks.map { one in
            Study.Benchmark(
                dataset: one.dataset, title: one.title, networks: one.networks,
                baseline: one.dataset == "cifar10" ? PointReference(network: "alex++", precision: .fixed16) : one.baseline,
                accounting: one.accounting, testImages: one.testImages)
        }
        let own = Study(
            name: "own", title: "own", source: "own", accelerator: paper.accelerator, benchmarks: benchmarks,
            published: paper.published, grid: [], includesMeasured: false)
        let others = [
            try EvaluatedStudy(own, in: catalogue), try EvaluatedStudy(paper, in: catalogue, options: .init(accounting: .nominal)),
        ]
        for (study, name) in zip(others, ["ALEX++ fixed16", "ALEX float32"]) {
            var state = ExplorerState(study, size: Size(columns: 160, rows: 60))
            try state.press(":select alex/pow2")
            let text = why(state)
            #expect(text.contains("% against \(name) (model)"), "\(text)")
            let paper = "paper    gives its savings against alex/float32, gated energy: nothing to compare (Table V"
            #expect(text.contains(paper), "\(text)")
            #expect(!text.contains("86.07"))
        }
        let validation = try Validation(of: own, in: catalogue)
        #expect(!validation.cells.contains { $0.kind == .energySaving && $0.subject.hasPrefix("alex") })
    }
}

extension String {
    /// Where a text stands for the first time within a part of this one.
    fileprivate func range(of text: String, in part: Range<String.Index>) -> Range<String.Index>? {
        self[part].ranges(of: text).first
    }
}
