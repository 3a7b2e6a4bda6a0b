import DesignSpace
import HardwareModel
import Precision
import ShippedPresets
import Terminal
import Testing

@testable import Explorer

@Suite("The frontier plot")
struct FrontierPlotTests {
    private func name(_ position: Int, in rows: [EvaluatedPoint]) -> String { rows[position].point.reference.name }

    @Test("The frontier of CIFAR-10 is the seven non-dominated points of Table V")
    func sevenPoints() throws {
        let rows = try Fixture.rows()
        let plot = FrontierPlot(rows)
        #expect(
            plot.frontier.map { name(plot.points[$0].position, in: rows) } == [
                "alex/binary", "alex/pow2", "alex/fixed8", "alex++/binary", "alex++/pow2", "alex+/fixed16", "alex++/fixed16",
            ])
        #expect(plot.points.filter(\.isOnFrontier).allSatisfy { rows[$0.position].isOnFrontier })
    }

    @Test("On every axis the frontier is what brute force finds", arguments: CostAxis.allCases, GainAxis.allCases)
    func bruteForce(cost: CostAxis, quality: GainAxis) throws {
        let rows = try Fixture.rows()
        let plot = FrontierPlot(rows, cost: cost, quality: quality)
        for point in plot.points {
            let isBeaten = plot.points.contains { other in
                let (gain, otherGain) = quality == .accuracy ? (point.y, other.y) : (-point.y, -other.y)
                return other.x <= point.x && otherGain >= gain && (other.x < point.x || otherGain > gain)
            }
            #expect(point.isOnFrontier == !isBeaten)
        }
    }

    @Test("A network that did not converge is drawn, takes no part in the frontier, and is said to")
    func notConverged() throws {
        var state = try Fixture.state(120, 40)
        try state.press(":,text:dataset svhn,enter,:,text:select convnet/binary,enter")
        let position = try #require(state.selectedPosition)
        let point = try #require(state.plot.point(ofRow: position))
        #expect(!point.isConverged && !point.isOnFrontier)
        #expect(state.plot.frontier.allSatisfy { state.plot.points[$0].isConverged })
        #expect(state.text.contains("C1!") && state.text.contains("no part of the frontier"))
    }

    @Test("A dominated point that a line would run through stands in parentheses, and the legend says what they mean")
    func parted() throws {
        let rows = try Fixture.rows()
        let plot = FrontierPlot(rows)
        var surface = Surface(size: Size(columns: 100, rows: 27))
        plot.draw(into: &surface, in: surface.bounds, capabilities: .full)
        let lines = surface.lines.joined(separator: "\n")
        #expect(lines.contains("═(Af32)═") && lines.contains("═(+1)═") && lines.contains("( ) not on it"))
        #expect(lines.contains("#p2═"))
    }

    @Test("Points that their intervals cannot tell apart do not fill the height of the plot", arguments: GainAxis.allCases)
    func ties(quality: GainAxis) throws {
        for (first, second) in [(96.0, 96.11), (99.9, 100), (0, 0.05), (50, 50)] {
            let study = try Fixture.study(title: "T", points: [(.float32, first), (.fixed16, second)])
            let plot = FrontierPlot(study.rows, quality: quality)
            let interval = try #require(study.rows[0].accuracy?.interval)
            let domain = plot.yScale.domain
            let extent = domain.upperBound - domain.lowerBound
            #expect(extent >= max(1, 2 * (interval.upperBound - interval.lowerBound)) && extent < 6)
            #expect(plot.points.allSatisfy { domain.contains($0.y) })
            #expect(domain.lowerBound >= -0.05 * extent && domain.upperBound <= 100 + 0.05 * extent)
            // Ends of intervals are shown in addition.
            let wider = plot.showing([domain.upperBound + 0.1]).yScale.domain
            #expect(wider.lowerBound <= domain.lowerBound && wider.upperBound > domain.upperBound)
            var state = ExplorerState(study, size: Size(columns: 100, rows: 30))
            try state.press("+*6")
            #expect(state.plot.yScale.domain.upperBound - state.plot.yScale.domain.lowerBound < 0.2 * extent)
        }
    }

    @Test("A point without an accuracy has no place")
    func notAvailable() throws {
        let rows = try Fixture.rows()
        let plot = FrontierPlot(rows)
        #expect(plot.points.count == 14)
        #expect(rows.indices.filter { plot.point(ofRow: $0) == nil }.allSatisfy { rows[$0].accuracy?.percent == nil })
    }

    @Test("What dominates a point costs no more and is no worse")
    func dominator() throws {
        let plot = FrontierPlot(try Fixture.rows())
        for (index, point) in plot.points.enumerated() {
            let better = plot.line.domination(of: index).map { plot.points[$0.dominator] }
            #expect((better == nil) == point.isOnFrontier)
            if let better { #expect(better.x <= point.x && better.y >= point.y) }
        }
    }

    @Test("Every network has a letter of its own")
    func letters() throws {
        let plot = FrontierPlot(try Fixture.rows())
        #expect(plot.series.entries.map { "\($0.letter) \($0.title)" } == ["A ALEX", "+ ALEX+", "# ALEX++"])
        let all = FrontierPlot(try Fixture.study().rows).series.entries
        #expect(Set(all.map(\.letter)).count == all.count)
    }

    @Test("Going right and back left ends where it began", arguments: ["alex/binary", "alex++/binary", "alex+/pow2"])
    func retrace(start: String) throws {
        let rows = try Fixture.rows()
        let plot = FrontierPlot(rows)
        let origin = try #require(rows.firstIndex { $0.point.reference.name == start })
        let right = try #require(plot.nearest(to: origin, .right, aspect: 2))
        let (from, to) = (try #require(plot.point(ofRow: origin)), try #require(plot.point(ofRow: right)))
        #expect(to.x > from.x)
        let back = try #require(plot.nearest(to: right, .left, aspect: 2))
        let returned = try #require(plot.point(ofRow: back))
        #expect(returned.x < to.x)
    }

    @Test("There is no point beyond the last one", arguments: Direction.allCases)
    func ends(direction: Direction) throws {
        let plot = FrontierPlot(try Fixture.rows())
        var position = plot.points[0].position
        var steps = 0
        while let next = plot.nearest(to: position, direction, aspect: 2), steps < 100 {
            position = next
            steps += 1
        }
        #expect(steps < plot.points.count)
        let last = try #require(plot.point(ofRow: position))
        for point in plot.points {
            switch direction {
            case .left: #expect(point.x >= last.x)
            case .right: #expect(point.x <= last.x)
            case .up: #expect(point.y <= last.y)
            case .down: #expect(point.y >= last.y)
            }
        }
    }

    @Test(
        "What did not converge stands at the end of the axis, says so, and leaves the others their scale",
        arguments: GainAxis.allCases)
    func unconvergedBeyond(quality: GainAxis) throws {
        let records = [
            try Fixture.record(.fixed8, accuracy: 76.2), try Fixture.record(.fixed4, accuracy: 10, status: .notConverged),
        ]
        var state = ExplorerState(try Fixture.study("default", records: records), size: Size(columns: 120, rows: 40))
        if quality == .error { try state.press("y") }
        state.place()
        let failed = try #require(state.plot.points.first { !$0.isConverged })
        #expect(failed.y == quality.value(ofAccuracy: 10))
        let domain = state.plot.yScale.domain
        #expect(domain.upperBound - domain.lowerBound < 10 && !domain.contains(failed.y))
        #expect(state.text.contains(quality == .accuracy ? "! not converged, below" : "! not converged, above"))
        let row = try #require(state.lines.firstIndex { $0.contains("A4*!") })
        let data = try #require(state.placed?.layout.data)
        #expect(row == (quality == .accuracy ? data.bottom - 1 : data.top), "\(state.text)")
        let image = FrontierImage(plot: state.plot, caption: ImageCaption()).document
        #expect(image.contains("not converged, "))
    }

    @Test("Points at the same place are told, and moving goes through them")
    func samePlace() throws {
        let row = try #require(try Fixture.rows().first)
        let plot = FrontierPlot([row, row, row])
        #expect(plot.nearest(to: 0, .right, aspect: 2) == 1)
        #expect(plot.nearest(to: 1, .right, aspect: 2) == 2)
        #expect(plot.nearest(to: 2, .right, aspect: 2) == nil)
        #expect(plot.nearest(to: 2, .left, aspect: 2) == 1)
        var surface = Surface(size: Size(columns: 60, rows: 12))
        plot.draw(into: &surface, in: surface.bounds, capabilities: .full)
        #expect(surface.text().contains("Af32(3)"))
    }

    @Test(
        "Of points between those of a frontier the ones that dominate nothing stand in parentheses, at every size of the plot",
        arguments: [(80, 24), (100, 30), (120, 36), (120, 40), (78, 27)])
    func parentheses(columns: Int, rows: Int) throws {
        var state = ExplorerState(
            try Fixture.study("default", records: try Fixture.shippedRecords()), size: Size(columns: columns, rows: rows))
        state.place()
        let placed = try #require(state.placed)
        let surface = state.frame(for: .full).surface
        // A point behind one of a frontier is counted by that one's label.
        let lined = Set(state.plot.frontier + (state.plot.rivalry?.published ?? [])).map { placed.numbers[$0] }
        var parted = 0
        for (index, point) in state.plot.points.enumerated() where !lined.contains(placed.numbers[index]) {
            guard placed.numbers[index] >= 0, let cell = placed.layout.place(of: placed.layout.spots[index])?.cell,
                placed.isOnLine(cell)
            else {
                continue
            }
            let letter = state.plot.series.entries[point.series].letter
            guard surface[cell].glyph.scalar == letter.unicodeScalars.first else { continue }
            // Between letters that touch there is no room; beside them the line is left out.
            let strokes = [-1, 1].count { "═─".unicodeScalars.contains(surface[cell.moved(columns: $0)].glyph.scalar) }
            #expect(strokes == 0, "\(point.label) at \(cell)")
            parted += 1
        }
        #expect(parted > 0)
    }

    @Test("Where no label has room for it the number of points at a place stands for their letter", arguments: 15..<40)
    func crampedPlace(columns: Int) throws {
        let row = try #require(try Fixture.rows().first)
        var surface = Surface(size: Size(columns: columns, rows: 12))
        FrontierPlot([row, row, row]).draw(into: &surface, in: surface.bounds, capabilities: .full)
        let plotted = surface.lines.filter { $0.contains("│") || $0.contains("┤") }.map { $0.drop { !"│┤".contains($0) } }
        #expect(plotted.joined().contains("3"), "\(surface.text())")
    }

    @Test("A point of the frontier has its name at every width, also where another one touches it", arguments: 100..<140)
    func namedFrontier(columns: Int) throws {
        let study = try Fixture.study("default", records: try Fixture.shippedRecords())
        let plot = FrontierPlot(study.rows(on: "cifar10"), cost: .energy)
        var surface = Surface(size: Size(columns: columns, rows: 34))
        plot.draw(into: &surface, in: surface.bounds, capabilities: .full)
        for index in plot.frontier {
            let label = plot.points[index].label
            #expect(surface.text().contains(label), "\(label) at \(columns) columns")
        }
    }

    @Test("Ghosts are drawn over the line of the frontier, where those of its points most often are")
    func ghostsOnTheLine() throws {
        var state = try Fixture.state(120, 40)
        try state.press("e,text:sb*0.5")
        let surface = state.frame(for: .full).surface
        let ghosts = try #require(state.placed).ghosts
        #expect(ghosts.contains { surface[$0].glyph.scalar == "○" })
        #expect(!ghosts.contains { "═║─│".unicodeScalars.contains(surface[$0].glyph.scalar) })
    }

    @Test("Drawn as text the plot has its axes, its frontier and every point")
    func drawn() throws {
        var surface = Surface(size: Size(columns: 78, rows: 20))
        FrontierPlot(try Fixture.rows()).draw(into: &surface, in: surface.bounds, capabilities: .full)
        #expect(
            surface.lines == [
                " accuracy %          A ALEX   + ALEX+   # ALEX++   ═ frontier   ( ) not on it",
                "    │",
                " 82 ┤                                                                +16═#16═",
                "    │                                                 #p2════════════╝",
                " 81 ┤                                                 ║       Af32",
                "    │                                #1═══════════════╝",
                " 80 ┤                                ║      A16            A32",
                "    │                                ║",
                " 79 ┤                                ║            +8",
                "    │                                ║",
                " 78 ┤                     A8═══(+1)══╝",
                " 77 ┤                    Ap2                     +p2",
                "    │                    ║",
                " 76 ┤                    ║",
                "    │                    ║",
                " 75 ┤   A1═══════════════╝                             #8",
                "    │",
                "    └───┬────────────────┬─────────────┬────────────┬────────────────┬───────",
                "       20               50            100          200              500",
                "                                                        energy µJ/image (log)",
            ])
    }

    @Test("In ASCII no line of the plot is a letter of ALEX+")
    func ascii() throws {
        var surface = Surface(size: Size(columns: 78, rows: 20))
        FrontierPlot(try Fixture.rows()).draw(into: &surface, in: surface.bounds, capabilities: .plain)
        #expect(surface.text().unicodeScalars.allSatisfy { $0.isASCII })
        let data = surface.lines[1..<15].map { $0.dropFirst(5) }
        #expect(data.joined().count { $0 == "+" } == 4)
        #expect(data.joined().contains("#p2====="))
    }

    @Test("What most labels carry is explained before what one point carries", arguments: [80, 90, 100, 110, 120])
    func legend(columns: Int) throws {
        let study = try Fixture.study("default", records: try Fixture.shippedRecords())
        let state = ExplorerState(study, size: Size(columns: columns, rows: 40))
        #expect(state.text.contains("* measured"), "\(columns)")
    }

    @Test("Of a filtered plot the legend explains what is drawn, and nothing that is left out", arguments: [100, 120, 160])
    func filteredLegend(columns: Int) throws {
        var state = ExplorerState(
            try Fixture.study("default", records: try Fixture.shippedRecords()), size: Size(columns: columns, rows: 40))
        try state.press(":filter source=published")
        #expect(state.text.contains("· left out") && !state.text.contains("* measured") && !state.text.contains("! not converged"))
        try state.press(":filter net=alex")
        #expect(state.text.contains("A ALEX ") && !state.text.contains("+ ALEX+") && !state.text.contains("# ALEX++"))
        #expect(state.text.contains("─ the paper's"))
    }

    @Test(
        "Of the frontiers that a stop of the tour tells of, each is named also where there is little room",
        arguments: [80, 100, 120])
    func legendOfStop(columns: Int) throws {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        var state = ExplorerState(
            try Fixture.study("default", records: try Fixture.shippedRecords()), size: Size(columns: columns, rows: 24),
            tours: [tour])
        _ = state.update(.tourChosen(tour))
        try state.press("n*7")
        #expect(state.text.contains("═ frontier") && state.text.contains("─ the paper's"))
    }
}
