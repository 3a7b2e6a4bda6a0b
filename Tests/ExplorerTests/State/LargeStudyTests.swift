import DesignSpace
import Precision
import Terminal
import TestSupport
import Testing

@testable import Explorer

@Suite("A study of a thousand points")
struct LargeStudyTests {
    private func state() throws -> ExplorerState {
        var generator = SeededGenerator(seed: 1)
        let points = try (1...32).flatMap { weightBits in
            try (1...32).map { dataBits in
                let accuracy = (Double.random(in: 60...90, using: &generator) * 100).rounded() / 100
                return (try Precision.fixed(weightBits: weightBits, dataBits: dataBits), Optional(accuracy))
            }
        }
        return ExplorerState(try Fixture.study(title: "NET", points: points), size: Size(columns: 120, rows: 40))
    }

    @Test("Walking the frontier visits each of its points once, by rising cost")
    func walk() throws {
        var state = try state()
        try state.press("N*200")
        var costs: [Double] = []
        var last: PointIdentity?
        while state.selection != last {
            last = state.selection
            costs.append(try #require(state.selectedPosition.flatMap(state.plot.point(ofRow:))).x)
            try state.press("n")
        }
        #expect(costs.count == state.plot.frontier.count)
        #expect(costs == costs.sorted())
    }

    @Test("Every point is drawn or told of by the one in front of it")
    func allDrawn() throws {
        let state = try state()
        let layout = PlotLayout(state.plot, in: Rect(column: 0, row: 0, columns: 120, rows: 36))
        let placement = PointPlacement(state.plot.points, in: layout) {
            $0.isOnFrontier ? 2 : 3
        } suffix: { _ in
            ""
        }
        #expect(placement.crowd.reduce(0) { $0 + $1.count } == 1024)
        #expect(Set(placement.crowd.map(\.cell)).count == placement.crowd.count)
        #expect(Set(placement.groups.map(\.cell)).isSubset(of: placement.crowd.map(\.cell)))
        #expect(placement.groups.count == Set(placement.groups.filter(\.top.isOnFrontier).map(\.cell)).count)
    }

    @Test("Labels cover neither letters nor each other", arguments: [(120, 36), (78, 20), (40, 8), (24, 6)])
    func labels(size: (Int, Int)) throws {
        for plot in [try state().plot, FrontierPlot(try Fixture.rows())] {
            let layout = PlotLayout(plot, in: Rect(column: 3, row: 2, columns: size.0, rows: size.1))
            let placement = PointPlacement(plot.points, in: layout) {
                $0.isOnFrontier ? 2 : 3
            } suffix: { _ in
                ""
            }
            let cells = placement.groups.flatMap { group in
                [group.cell]
                    + (group.label.map { label in
                        (0..<label.text.count).map { Point(column: label.column + $0, row: group.cell.row) }
                    } ?? [])
            }
            #expect(Set(cells).count == cells.count)
            #expect(cells.allSatisfy(layout.data.contains))
        }
    }
}
