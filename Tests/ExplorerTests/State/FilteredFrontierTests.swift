import DesignSpace
import Precision
import Quantities
import Terminal
import Testing

@testable import Explorer

@Suite("The frontier of what passes a filter")
struct FilteredFrontierTests {
    private static let filters = [
        "net=alex", "source=published", "area<4 net!=alex++", "net=alex acc>90", "source=measured power<200",
    ]

    private static func state() throws -> ExplorerState {
        try Fixture.state(160, 40, study: "default", records: Fixture.shippedRecords())
    }

    @Test(
        "No point that passes dominates one of it, every other that passes is dominated, and all screens mark it",
        arguments: filters)
    func members(filter: String) throws {
        var state = try Self.state()
        try state.press(":filter \(filter)")
        let shown = state.plot.points.filter { $0.isShown && $0.isConverged }
        for point in shown {
            let isDominated = shown.contains { $0.x <= point.x && $0.y >= point.y && ($0.x < point.x || $0.y > point.y) }
            #expect(point.isOnFrontier != isDominated)
            #expect(state.points.row(at: point.position).isOnFrontier == point.isOnFrontier)
        }
        #expect(state.plot.points.allSatisfy { $0.isShown || !$0.isOnFrontier })
        #expect(state.text.contains("\(shown.count(where: \.isOnFrontier)) on the frontier"))
        #expect(shown.isEmpty || state.lines[1].contains("frontier (filtered)"))
        try state.press(":filter")
        #expect(!state.lines[1].contains("filtered"))
        #expect(state.plot == (try Self.state().plot))
    }

    @Test("Walking, the knee, the cheapest and the best point stay among what is shown", arguments: filters)
    func choices(filter: String) throws {
        for key in ["K", "b", "b,b,b,b", "u", "n", "N", "N*20,n,n"] {
            var state = try Self.state()
            try state.press(":filter \(filter),\(key)")
            guard !state.points.order.isEmpty else { continue }
            let selected = try #require(state.selectedPosition)
            #expect(state.points.order.contains(selected), "\(key)")
        }
    }

    @Test("What is said to come next is where n goes")
    func next() throws {
        var state = try Self.state()
        try state.press(":filter net=alex,N*20")
        var steps = 0
        while state.text.contains("next: +") {
            let before = state.selectedPosition
            try state.press("n")
            #expect(state.selectedPosition != before && !state.message.contains("ends here"))
            steps += 1
        }
        try state.press("n")
        #expect(steps > 1 && state.message == "the frontier ends here")
    }

    @Test("A filter that asks for the frontier asks for that of all points", arguments: ["frontier=yes", "frontier=no net=alex"])
    func ofFrontier(filter: String) throws {
        var state = try Self.state()
        let all = state.plot.frontier
        try state.press(":filter \(filter)")
        #expect(state.plot.frontier == all)
        let marks = state.points.order.map { state.points.row(at: $0).isOnFrontier }
        #expect(marks.allSatisfy { $0 == filter.hasPrefix("frontier=yes") } && !marks.isEmpty)
    }

    @Test("Of all points' frontier those are counted that pass")
    func counted() throws {
        var state = try Self.state()
        try state.press(":filter frontier=no")
        #expect(state.text.contains(" · 0 on the frontier"))
    }

    @Test("The legend says that the frontier is that of what passes, however narrow the screen", arguments: [80, 100, 120, 160])
    func legend(columns: Int) throws {
        var state = try Fixture.state(columns, 30, study: "default", records: Fixture.shippedRecords())
        try state.press(":filter net=alex")
        #expect(state.lines[1].contains("filtered"), "\(state.lines[1])")
    }

    @Test("Where nothing passes, no export is written, nor a budget said to fit", arguments: Export.Format.allCases)
    func nothing(format: Export.Format) throws {
        var state = try Self.state()
        try state.press("B,text:power<1,enter")
        #expect(state.message == "nothing fits")
        try state.press(":filter acc>99.9")
        let mistakes = state.perform([.command("export \(format.rawValue)")]).mistakes
        #expect(mistakes.isEmpty == (format == .text))
    }

    @Test("The line of the baseline is that of the selected point's source", arguments: ["published", "measured"])
    func baseline(source: String) throws {
        var state = try Self.state()
        try state.press("i,:select alex/pow2 \(source)")
        let row = try #require(state.selectedPoint)
        let baseline = try #require(row.baselineAccuracy)
        #expect(baseline.source.rawValue == source)
        let layout = PlotLayout(state.plot, in: FrontierView.plotRect(in: FrameLayout(state).body))
        let line = try #require(layout.row(of: baseline.percent ?? 0))
        #expect(state.lines[line].count(where: { $0 == "┄" }) > 60)
        #expect(state.lines.count { $0.count(where: { $0 == "┄" }) > 60 } == 1)
    }

    @Test("The cheapest point is said to be near which baseline, and which points have none is said too")
    func namedBaseline() throws {
        var state = try Self.state()
        try state.press("b")
        let row = try #require(state.selectedPoint)
        let figure = try #require(row.baselineAccuracy?.percent)
        #expect(state.message.contains("of ALEX float32 (measured \(figure.text(decimals: 2)))"))
        #expect(!state.message.contains("left out"))
        let own = try ImportedAccuracy(
            point: DesignPoint(network: "alex", dataset: "cifar10", precision: Precision(parsing: "fixed:6,6")),
            source: "own", accuracyPercent: 82, importedAt: "2026-11-27T00:00:00Z")
        let study = try Fixture.study("default", records: Fixture.shippedRecords(), imported: [own])
        _ = state.update(.studyLoaded(study))
        try state.press("j,b")
        #expect(state.message.contains("; 1 point without a baseline of the same source left out"))
        try state.press("/,text:drop<=1,enter")
        #expect(
            state.message.contains("shown; the drop of 1 point is not known: no baseline of the same source"), "\(state.message)")
        try state.press("/,c-u,text:acc>1,enter")
        #expect(!state.message.contains("drop"))
    }

    @Test("A row that only another data set has is gone to and marked there, though this one has another row of the point")
    func otherDataset() throws {
        var state = try Self.state()
        let measured = state.study.rows.first { $0.point.network == "convnet" && $0.accuracy?.source == .measured }
        let dataset = try #require(measured).point.dataset
        try state.press(":select convnet/pow2 measured")
        #expect(state.dataset == dataset && state.selection?.source == .measured && state.message.isEmpty)
        state = try Self.state()
        try state.press(":mark convnet/pow2 measured")
        #expect(state.marks.map(\.source) == [.measured] && state.marks.map(\.point.dataset) == [dataset])
    }
}
