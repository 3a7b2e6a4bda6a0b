import DesignSpace
import HardwareModel
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

    @Test(
        "Bars of more precisions than the screen has lines scroll, and the legend stays",
        arguments: [(120, 40), (80, 24), (100, 18)])
    func barsScroll(size: (Int, Int)) throws {
        var state = try state()
        _ = state.update(.resized(Size(columns: size.0, rows: size.1)))
        for keys in ["3,g", "j*200", "G"] {
            try state.press(keys)
            let design = state.designs[state.bars.cursor]
            #expect(state.lines.contains { $0.contains("control") && $0.contains("mW") && $0.contains("mm²") }, "\(state.text)")
            #expect(state.lines.contains { $0.contains("▸\(design.markedName) ") }, "\(state.text)")
            #expect(state.lines.count { $0.contains("fixed") && $0.contains("█") } >= 6, "\(state.text)")
        }
    }

    @Test("Bars stand still while the cursor moves among those on the screen, and a view that is told keeps them there")
    func barsStandStill() throws {
        var state = try state()
        try state.press("3,G")
        let first = state.bars.firstBar
        #expect(first > 0)
        try state.press("k*9")
        #expect(state.bars.firstBar == first)
        let command = ViewCommand(state)
        #expect(command.scrolling == ":scroll \(first)", "\(command.scrolling)")
        var other = try self.state()
        other.perform(try KeyScript(command.keys).inputs)
        #expect(other.text == state.text)
        try state.press("k*40")
        #expect(state.bars.firstBar == state.bars.cursor, "further up than the first bar they scroll")
        try state.press("g")
        #expect(state.bars.firstBar == 0)
        try other.press(":,text:scroll 1000000,enter")
        #expect(other.bars.firstBar == first, "no further than to the end")
    }

    @Test("Bars stand in the order of family and bits, not of their names")
    func barsInOrder() throws {
        let names = [
            "binary", "fixed:1,2", "fixed4", "pow2", "fixed:1,10", "binary:8", "fixed:1,1", "pow2:4,8", "float32", "fixed:12,8",
        ]
        let points = try names.map { (try Precision(parsing: $0), Optional(80.0)) }
        let state = ExplorerState(try Fixture.study(title: "NET", points: points), size: Size(columns: 120, rows: 40))
        #expect(
            state.designs.map(\.precision.name) == [
                "float32", "fixed:12,8", "fixed4", "fixed:1,10", "fixed:1,2", "fixed:1,1", "pow2", "pow2:4,8", "binary", "binary:8",
            ])
        #expect(try Fixture.state().designs.map(\.precision) == Precision.ofThePaper)
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

    @Test("Where points stand is known after every key, and is what placing them afresh gives")
    func placed() throws {
        var state = try state()
        for keys in ["j", "m,l", "+*3", "a", "i", "/,text:acc>80,enter", "0", "y", "m"] {
            try state.press(keys)
            let rect = FrontierView.plotRect(in: FrameLayout(state).body)
            #expect(state.placed == state.plot.placed(in: rect), "after \(keys)")
        }
        _ = state.update(.resized(Size(columns: 90, rows: 30)))
        #expect(state.placed?.layout == PlotLayout(state.plot, in: FrontierView.plotRect(in: FrameLayout(state).body)))
    }

    @Test("A plot whose points are taken over from the one before is the one that is made of the rows")
    func takenOver() throws {
        for var state in [try state(), try Fixture.state(study: "default"), try Fixture.state(study: "hashemi2017")] {
            for keys in [
                "a", "+", "a*2", "/,text:acc>80,enter", "a", "y", "B,text:power<200,enter", "a", "0", "y", "/,c-u,enter", "+*2",
                "A",
            ] {
                try state.press(keys)
                let made = FrontierPlot(
                    state.points.compact, cost: state.frontier.cost, quality: state.frontier.quality, shown: state.points.shown,
                    contending: state.plot.contending, overBudget: state.points.overBudget, view: state.frontier.viewport)
                let isSame = state.plot == made
                #expect(isSame, "after \(keys)")
            }
        }
    }

    @Test("The text of a panel, and the points side by side, are the same when they are only scrolled as when they are made afresh")
    func scrolled() throws {
        var state = try state()
        state.size = Size(columns: 60, rows: 12)
        try state.press("?,j*5,k")
        #expect(state.panelText == PanelText(.help, of: state))
        try state.press("q,m,l,m,4,j*3,k")
        #expect(state.compared == ComparedPoints(state))
        try state.press("l,m,j")
        #expect(state.compared == ComparedPoints(state))
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
