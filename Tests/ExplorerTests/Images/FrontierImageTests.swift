import DesignSpace
import HardwareModel
import Precision
import Terminal
import TestSupport
import Testing

@testable import Explorer

@Suite("The frontier as an image")
struct FrontierImageTests {
    /// Studies from a few points to a crowd.
    enum Case: String, CaseIterable, Sendable {
        case paper
        case measured
        case whatIf
        case crowd
        case sameCost

        func state() throws -> ExplorerState {
            switch self {
            case .paper: return try Fixture.state(120, 40)
            case .measured, .whatIf:
                let precisions: [Precision] = [.float32, .fixed16, .fixed8, .fixed4, .powerOfTwo, .binary]
                let records = try precisions.enumerated().map { try Fixture.record($1, accuracy: 80 + Double($0) / 3) }
                var state = try Fixture.state(120, 40, study: "default", records: records)
                if self == .whatIf { try state.press("e,text:clock=300 sb*2,enter") }
                return state
            case .crowd:
                var generator = SeededGenerator(seed: 1)
                let points = try (1...32).flatMap { weights in
                    try (1...32).map { data in
                        let accuracy = (Double.random(in: 60...90, using: &generator) * 100).rounded() / 100
                        return (try Precision.fixed(weightBits: weights, dataBits: data), Optional(accuracy))
                    }
                }
                return ExplorerState(try Fixture.study(title: "NET", points: points), size: .init(columns: 120, rows: 40))
            case .sameCost:
                let points = (0..<40).map { (Precision.fixed8, Optional(70 + Double($0) / 4)) }
                return ExplorerState(try Fixture.study(title: "NET", points: points), size: .init(columns: 120, rows: 40))
            }
        }
    }

    @Test("The mark that a label is nearest to is the one that it names", arguments: Case.allCases)
    func nearest(of one: Case) throws {
        let document = FrontierImage(plot: try one.state().plot, caption: ImageCaption(title: "title")).document
        let marks = DrawnText.marks(in: document)
        for label in DrawnText.all(in: document) where label.isLabel {
            let distances = marks.map { label.box.distance(toX: $0.x, y: $0.y) }.sorted()
            #expect(
                (distances.first ?? 0) < 14 && distances.dropFirst().first ?? 99 > (distances.first ?? 0),
                "\(label.text) \(distances.prefix(3))")
        }
    }

    @Test("No label covers another, a mark or the edge of the data", arguments: Case.allCases)
    func labels(of one: Case) throws {
        let state = try one.state()
        let image = FrontierImage(plot: state.plot, caption: ImageCaption(title: "title"))
        let labels = DrawnText.all(in: image.document).filter(\.isLabel)
        #expect(!labels.isEmpty)
        for (index, label) in labels.enumerated() {
            for other in labels[(index + 1)...] {
                #expect(!label.box.overlaps(other.box), "\(label.text) covers \(other.text)")
            }
            for mark in DrawnText.marks(in: image.document) {
                let box = ImageBox(left: mark.x - 4.5, top: mark.y - 4.5, right: mark.x + 4.5, bottom: mark.y + 4.5)
                #expect(!label.box.overlaps(box), "\(label.text) covers a mark")
            }
            // Right of the data is a margin without an axis.
            var room = image.axes.box
            room.right = image.width - 4
            #expect(room.contains(label.box), "\(label.text) runs out")
        }
    }

    @Test("The label of a point at the right end stands in the margin rather than over the frontier")
    func margin() throws {
        let study = try Fixture.study(title: "NET", points: [(.fixed8, 70), (.fixed32, 80), (.float32, 79.9)])
        let image = FrontierImage(plot: FrontierPlot(study.rows), caption: ImageCaption())
        let last = try #require(DrawnText.all(in: image.document).first { $0.isLabel && $0.text.hasPrefix("f32") })
        let marks = DrawnText.marks(in: image.document)
        #expect(marks.allSatisfy { $0.x < last.box.left } && last.box.right <= image.width)
    }

    @Test("Where there is room, every point has its label")
    func everyLabel() throws {
        let state = try Case.paper.state()
        let labels = DrawnText.all(in: state.plot.svg()).filter(\.isLabel)
        #expect(labels.count == state.plot.points.count)
    }

    @Test("A crowd is a small file in which those on the frontier have marks, and labels where there is room")
    func crowd() throws {
        let state = try Case.crowd.state()
        let svg = state.plot.svg()
        #expect(svg.utf8.count < 60_000)
        let marks = DrawnText.marks(in: svg).count
        #expect((1...state.plot.frontier.count).contains(marks))
        #expect(svg.contains("published, a dot for each place"))
        #expect(DrawnText.all(in: svg).count(where: \.isLabel) <= marks)
    }

    @Test("Points of one place are one mark with their number")
    func coinciding() throws {
        let accuracies = [80.0, 80.01, 80.02, 70]
        let study = try Fixture.study(title: "NET", points: accuracies.map { (.fixed8, $0) })
        let svg = FrontierPlot(study.rows).svg()
        #expect(DrawnText.marks(in: svg).count == 2)
        #expect(DrawnText.all(in: svg).contains { $0.text == "8 (3)" })
        #expect(svg.contains("(n): so many points in one place"))
    }

    @Test("Marks of the four sources differ in shape")
    func shapes() {
        let marks = Accuracy.Source.allCases.map { PointMark.element($0, x: 10, y: 10, color: "#000000") }
        #expect(Set(marks).count == 4)
        #expect(marks.count { $0.hasPrefix("<circle") } == 2 && marks.count { $0.contains("fill=\"white\"") } == 3)
    }

    @Test("Every source that has points stands in the legend, with interval where one is drawn")
    func sources() throws {
        let point = DesignPoint(network: "alex", dataset: "cifar10", precision: .fixed8)
        let imported = ImportedAccuracy(point: point, source: "mine", accuracyPercent: 77, importedAt: "2026-01-01T00:00:00Z")
        let study = try Fixture.study("default", records: [Fixture.record(.fixed4, accuracy: 80)], imported: [imported])
        let rows = study.rows.filter { $0.point.dataset == "cifar10" }
        let texts = DrawnText.all(in: FrontierPlot(rows).svg()).map(\.text)
        for name in ["published", "measured, with its 95 % interval", "imported", "the paper's frontier", "baseline"] {
            #expect(texts.contains(name), "\(name) in \(texts)")
        }
        #expect(!texts.contains("predicted"))
    }

    @Test("A legend of any length stays inside the picture and above the data", arguments: [1, 20, 400], [300, 800])
    func legend(length: Int, width: Int) throws {
        let title = String(repeating: "Wide name ", count: length)
        let study = try Fixture.study(title: title, points: [(.float32, 80), (.fixed8, 79)])
        let caption = ImageCaption(title: title, notes: [title, "version 1"])
        let image = FrontierImage(plot: FrontierPlot(study.rows), width: Double(width), caption: caption)
        for text in DrawnText.all(in: image.document) {
            #expect(text.box.left >= 0 && text.box.right <= Double(width), "\(text.text.prefix(40)) runs past the edge")
            if text.text.contains("Wide"), text.size >= 12 { #expect(text.box.bottom <= image.axes.box.top) }
        }
        #expect(image.axes.box.height > 100)
    }

    @Test("Many entries of a legend are counted where they find no room, and never laid over the data")
    func longLegend() {
        let entries = (1...500).map { number in ImageLegend.Entry(name: "network \(number)") { _, _ in [] } }
        let legend = ImageLegend(entries, from: 60, to: 784, atMost: 3)
        let texts = legend.elements(top: 10).flatMap { DrawnText.all(in: $0) }
        #expect(texts.last?.text.hasSuffix("more") == true)
        #expect(texts.allSatisfy { $0.box.right <= 784 && $0.box.bottom <= 10 + legend.height })
        #expect(legend.height <= 3 * ImageLegend.pitch)
        #expect(ImageLegend(entries, from: 60, to: 784, atMost: 0).height == 0)
    }

    @Test("Ghosts are named by their accelerator, and dimmed points by their budget")
    func ghostsAndBudget() throws {
        var state = try Fixture.state(120, 40)
        try state.press("e,text:clock=300 sb*2,enter,:,text:budget power<300,enter,/,text:net=alex,enter")
        guard case .export(let export) = try state.press(":,text:export svg,enter").first, case .picture(let svg) = export.content
        else {
            Issue.record("nothing is exported")
            return
        }
        let texts = DrawnText.all(in: svg).map(\.text)
        for name in ["before: tile-65nm", "pale: over budget power<300", "left out by the filter"] { #expect(texts.contains(name)) }
        #expect(svg.contains("what if clock=300"))
        #expect(svg.contains("opacity=\"0.3\""))
        let labels = svg.split(separator: "\n").filter { $0.hasPrefix("<text") && $0.contains(" opacity=") }
        #expect(!labels.isEmpty && labels.allSatisfy { (DrawnText.number("opacity", in: $0) ?? 0) >= 0.6 }, "too pale to be read")
    }

    @Test("Marked points and isolines are those of the screen, and named")
    func emphasis() throws {
        var state = try Fixture.state(120, 40)
        try state.press("m,i")
        #expect(state.frontier.showsIsolines)
        guard case .export(let export) = try state.press(":,text:export svg,enter").first, case .picture(let svg) = export.content
        else {
            Issue.record("nothing is exported")
            return
        }
        let texts = DrawnText.all(in: svg).map(\.text)
        #expect(texts.contains("◆ marked") && texts.count { $0.hasSuffix(" ◆") } == 1)
        #expect(texts.contains { $0.hasPrefix("accuracy of the baseline, energy of ") })
    }

    @Test("A marked point of a crowd has its mark and, where there is room, its label")
    func markedInCrowd() throws {
        let state = try Case.crowd.state()
        let ordinary = try #require(state.plot.points.first { !$0.isOnFrontier })
        let box = ImageBox(left: 60, top: 40, right: 776, bottom: 450)
        let gathered = GatheredPoints(state.plot, in: box, marked: [ordinary.position])
        #expect(gathered.marks.contains { $0.point.position == ordinary.position })
        #expect(gathered.marks.count == GatheredPoints(state.plot, in: box).marks.count + 1)
    }

    @Test("Points outside an enlarged part have no marks")
    func enlarged() throws {
        var state = try Fixture.state(120, 40)
        try state.press("+*6")
        let image = FrontierImage(plot: state.plot, caption: ImageCaption())
        let marks = DrawnText.marks(in: image.document)
        #expect(!marks.isEmpty && marks.count < state.plot.points.count)
        #expect(marks.allSatisfy { image.axes.box.contains(x: $0.x, y: $0.y) })
    }

    @Test("The whole interval of every point that shows one lies inside the plot", arguments: [GainAxis.accuracy, .error])
    func intervals(quality: GainAxis) throws {
        let records = try [(Precision.float32, 60.0), (.fixed8, 97.5), (.fixed4, 80)].map { try Fixture.record($0, accuracy: $1) }
        let rows = try Fixture.study("default", records: records).rows.filter { $0.point.dataset == "cifar10" }
        let image = FrontierImage(plot: FrontierPlot(rows, quality: quality), caption: ImageCaption())
        let measured = image.plot.points.filter { $0.source == .measured }
        #expect(measured.count == 3)
        let lines = image.document.split(separator: "\n").filter { $0.hasPrefix("<line") }.map { line in
            ["x1", "y1", "x2", "y2"].map { DrawnText.number($0, in: line) ?? .nan }
        }
        for point in measured {
            let interval = try #require(point.interval)
            #expect(image.axes.y.domain.lowerBound < interval.lowerBound && interval.upperBound < image.axes.y.domain.upperBound)
            let ends = [interval.upperBound, interval.lowerBound].map { (image.axes.place(y: $0) * 100).rounded() / 100 }
            #expect(lines.contains { abs($0[1] - ends[0]) < 0.011 && abs($0[3] - ends[1]) < 0.011 && $0[0] == $0[2] })
        }
    }

    @Test("Intervals, frontiers and ghosts are clipped to the plot, and ghosts that it leaves out are counted")
    func clipped() throws {
        var state = try Case.whatIf.state()
        let all = DrawnText.all(in: state.plot.svg()).map(\.text)
        #expect(!all.contains { $0.contains("outside") })
        try state.press("+*6")
        let image = FrontierImage(plot: state.plot, caption: ImageCaption())
        let lines = image.document.split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix("<g clip-path") })
        let end = try #require(lines[start...].firstIndex { $0 == "</g>" })
        let ghosts = lines.indices.filter { lines[$0].contains("r=\"3.5\" fill=\"none\"") && $0 > start }
        #expect(ghosts.allSatisfy { (start...end).contains($0) } && ghosts.count < image.plot.ghosts.count)
        for line in ghosts.map({ lines[$0] }) {
            let (x, y) = (DrawnText.number("cx", in: line) ?? 0, DrawnText.number("cy", in: line) ?? 0)
            #expect(
                image.axes.box.contains(ImageBox(left: x - 3.5, top: y - 3.5, right: x + 3.5, bottom: y + 3.5)), "a ghost is cut")
        }
        #expect(DrawnText.all(in: image.document).contains { $0.text.hasSuffix("outside") })
    }

    @Test("A frontier of one point has no line, and none in the legend")
    func noLine() throws {
        let study = try Fixture.study("default", records: [Fixture.record(.fixed8, accuracy: 81)])
        let rows = study.rows.filter { row in
            row.point.dataset == "cifar10"
                && (row.accuracy?.source == .measured || row.point.reference.name == "alex/binary")
        }
        let svg = FrontierPlot(rows).svg()
        #expect(FrontierPlot(rows).rivalry?.published.count == 1)
        #expect(!svg.contains("the paper's frontier") && !svg.contains("stroke-dasharray"))
    }
}
