import DesignSpace
import Terminal
import Testing

@testable import Explorer

@Suite("The frontier that points are marked with")
struct FrontierOfAxesTests {
    private static func plotted(_ state: ExplorerState) -> [Int] {
        state.plot.frontier.map { state.plot.points[$0].position }.sorted()
    }

    private static func marked(_ state: ExplorerState) -> [Int] {
        state.points.rows.indices.filter { state.points.row(at: $0).isOnFrontier }
    }

    @Test("It is that of the plot's axes, whatever else changes", arguments: CostAxis.allCases)
    func marks(cost: CostAxis) throws {
        var state = try Fixture.state(120, 40)
        for keys in [":cost \(cost.rawValue)", "i", "+", ":dataset mnist", ":whatif sb=3", "/,text:net=lenet,enter"] {
            try state.press(keys)
            #expect(Self.marked(state) == Self.plotted(state), "after \(keys)")
        }
        _ = state.update(.studyLoaded(try Fixture.study()))
        #expect(Self.marked(state) == Self.plotted(state))
        try state.press(":cost energy")
        #expect(
            Self.marked(state) == state.study.rows(on: "mnist").indices.filter { state.study.rows(on: "mnist")[$0].isOnFrontier })
    }

    @Test("The Table's sign, filters and the order by it follow the axes")
    func table() throws {
        var state = try Fixture.state(240, 40)
        try state.press(":cost power,2")
        let frontier = Self.plotted(state)
        #expect(frontier.count < (try Fixture.rows().count(where: \.isOnFrontier)))
        #expect(state.lines.count { $0.contains("═") } == frontier.count, "\(state.text)")
        try state.press(":sort frontier,S")
        #expect(Array(state.points.order.prefix(frontier.count)).sorted() == frontier)
        try state.press("/,text:frontier=yes,enter")
        #expect(state.points.order.sorted() == frontier)
        try state.press(":cost energy")
        #expect(state.points.order.sorted() == Self.plotted(state) && state.points.order.count > frontier.count)
        #expect(state.selectedPosition.map(state.points.order.contains) == true)
    }

    @Test(
        "Exported points are marked with it, and the facts name other axes than energy and accuracy",
        arguments: Export.Format.allCases)
    func export(format: Export.Format) throws {
        var state = try Fixture.state(120, 40)
        for screen in ["1", "2"] {
            try state.press(":cost energy,\(screen)")
            #expect(!(try Export(state, as: format, file: nil).provenance.contains { $0.name == "axes" }))
            try state.press(":cost power")
            let export = try Export(state, as: format, file: nil)
            #expect(export.provenance.contains { $0.name == "axes" && $0.value == "power, accuracy" })
            guard case .points(let points, _) = export.content else { continue }
            #expect(
                points.indices.filter { points[$0].isOnFrontier }.map { state.points.order[$0] }.sorted() == Self.plotted(state))
        }
    }
}
