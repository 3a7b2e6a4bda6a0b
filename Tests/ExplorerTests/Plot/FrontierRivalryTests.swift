import DesignSpace
import Precision
import Quantities
import Terminal
import Testing

@testable import Explorer

@Suite("The paper's frontier beside ours")
struct FrontierRivalryTests {
    private static func records() throws -> [ExperimentRecord] {
        [try Fixture.record(.fixed4, accuracy: 80), try Fixture.record(.float32, accuracy: 83)]
    }

    private static func state(_ columns: Int = 120, _ rows: Int = 40) throws -> ExplorerState {
        try Fixture.state(columns, rows, study: "default", records: records())
    }

    @Test("There is one only where published and measured points meet")
    func both() throws {
        #expect(FrontierPlot(try Fixture.rows()).rivalry == nil)
        let rows = try Fixture.study("default", records: Self.records()).rows.filter { $0.point.dataset == "cifar10" }
        #expect(FrontierPlot(rows.filter { $0.accuracy?.source == .measured }).rivalry == nil)
        #expect(FrontierPlot(rows).rivalry != nil)
    }

    @Test(
        "The published frontier is the paper's own, whatever was measured, on every axis", arguments: CostAxis.allCases,
        GainAxis.allCases)
    func published(cost: CostAxis, quality: GainAxis) throws {
        let alone = FrontierPlot(try Fixture.rows(), cost: cost, quality: quality)
        let rows = try Fixture.study("default", records: Self.records()).rows.filter { $0.point.dataset == "cifar10" }
        let plot = FrontierPlot(rows, cost: cost, quality: quality)
        let rivalry = try #require(plot.rivalry)
        #expect(rivalry.published.map { plot.points[$0].x } == alone.frontier.map { alone.points[$0].x })
        #expect(rivalry.published.map { plot.points[$0].y } == alone.frontier.map { alone.points[$0].y })
    }

    @Test("The areas are those of the report of reproduction")
    func shares() throws {
        let rows = try Fixture.study("default", records: Self.records()).rows
        let contest = try #require(FrontierContest(of: "cifar10", in: rows))
        let rivalry = try #require(FrontierPlot(rows.filter { $0.point.dataset == "cifar10" }).rivalry)
        #expect(rivalry.rectangle == contest.hypervolume)
        #expect(rivalry.measuredShare == contest.measuredShare)
        #expect(rivalry.publishedShare == contest.publishedShare)
        #expect(rivalry.measuredShare > 0 && rivalry.publishedShare > 0)
    }

    @Test("Both lines are drawn and named, the paper's behind; the read-out has the areas, and why the rectangle")
    func drawn() throws {
        var state = try Self.state()
        #expect(state.text.contains("─ the paper's"))
        #expect(state.text.contains("┘") && state.text.contains("═"))
        let rivalry = try #require(state.plot.rivalry)
        try state.press("w")
        for _ in 0..<8 where !state.text.contains("reference point") { try state.press("pgdn") }
        #expect(state.text.contains("ratio \((rivalry.measuredShare / rivalry.publishedShare).text(decimals: 2))"))
        #expect(state.text.contains("to the reference point"))
    }

    @Test("In plain ASCII the two lines differ")
    func ascii() throws {
        let text = try Self.state().frame(for: .plain).surface.text()
        #expect(text.utf8.allSatisfy { $0 < 0x80 })
        #expect(text.contains("- the paper's"))
        #expect(text.contains(":") && text.contains("=="))
    }

    @Test("The vector image has both lines and says which is which")
    func svg() throws {
        let svg = try Self.state().plot.svg()
        #expect(svg.contains("stroke-dasharray"))
        #expect(svg.contains("the paper's frontier"))
        #expect(!FrontierPlot(try Fixture.rows()).svg().contains("stroke-dasharray"))
    }
}
