import DesignSpace
import Foundation
import HardwareModel
import Precision
import Quantities
import Terminal
import Testing

@testable import Explorer

@Suite("Screens as text")
struct ScreenTests {
    static let sizes = [(120, 40), (100, 30), (80, 24), (40, 10), (20, 5), (10, 3), (1, 1), (0, 0)]

    @Test("Every screen is readable at every size on every terminal", arguments: Screen.allCases, sizes)
    func everySize(screen: Screen, size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        _ = state.update(.screenChosen(screen))
        for tier in Tier.allCases {
            let frame = state.frame(for: tier.capabilities)
            #expect(frame.surface.size == Size(columns: size.0, rows: size.1))
            if size.0 >= 20 {
                #expect(frame.cursor != nil)
                #expect(frame.surface.text().contains(screen == .bars ? "binary" : "ALEX++"))
            } else if size.0 >= 10 {
                #expect(frame.surface.lines == ["too small:", "10x3, use", "20x5"])
            }
            if tier == .ascii { #expect(frame.surface.text().utf8.allSatisfy { $0 < 0x80 }) }
        }
    }

    @Test("The sign that the table goes on to the right cuts no heading and no unit")
    func continued() throws {
        var state = try Fixture.state(40, 10)
        _ = state.update(.screenChosen(.table))
        let headings = Set(Column.allCases.flatMap { [$0.heading, $0.name] })
        for columns in 24...130 {
            _ = state.update(.resized(Size(columns: columns, rows: 10)))
            let header = state.frame(for: .full).surface.lines[1]
            guard header.hasSuffix("›") else { continue }
            let words = header.dropLast().split(separator: " ")
            #expect(words.indices.contains { headings.contains(words[$0...].joined(separator: " ")) }, "\(columns): \(header)")
        }
    }

    @Test("A measured accuracy has its sign at every width at which it has no source beside it")
    func signs() throws {
        var state = ExplorerState(
            try Fixture.study("default", records: try Fixture.shippedRecords()), size: Size(columns: 40, rows: 24))
        try state.press("2,/,text:source=measured,enter")
        for columns in 20...70 {
            _ = state.update(.resized(Size(columns: columns, rows: 24)))
            let lines = state.frame(for: .full).surface.lines
            guard lines[1].contains("acc"), !lines[1].contains("source"), !lines[1].contains("state") else { continue }
            let rows = lines[2...].filter { $0.contains(/[0-9]{2}\.[0-9]{2}/) && $0.contains("ALEX") && !$0.contains("%") }
            #expect(rows.allSatisfy { $0.contains("*") } && !rows.isEmpty, "\(columns): \(lines[1]) \(rows.first ?? "")")
        }
    }

    @Test("Monochrome terminals get no colour, and lose no text")
    func monochrome() throws {
        var capabilities = Capabilities.full
        capabilities.colors = .monochrome
        let state = try Fixture.state()
        let frame = state.frame(for: capabilities)
        for row in 0..<30 {
            #expect(
                frame.surface.cells(inRow: row).allSatisfy { $0.style.foreground == .default && $0.style.background == .default })
        }
        #expect(frame.surface.text() == state.text)
    }

    @Test("The Frontier screen says of the selected point what it is, how good, how dear, and where it stands")
    func readOut() throws {
        var state = try Fixture.state(160, 40)
        try state.press("n")
        let text = state.text
        for part in [
            "acc %   ± pts  source     energy µJ  paper µJ  saving %  area mm²  power mW  latency ms",
            "▸ ALEX++  power of two (6,16)      81.26    0.81  published     220.83    215.05      34.6",
            "on the frontier", "ties ALEX float32 (81.22)", "next: +0.60 points (a tie) for 2.2 × the energy",
            "bitfront · CIFAR-10 · tile-65nm 250 MHz · gated energy · hashemi2017", "17 points · 7 on the frontier",
        ] { #expect(text.contains(part)) }
        try state.press(":select alex/float32")
        #expect(state.text.contains(" 0.04 points or 34.6 % energy off the frontier: dominated by ALEX++ pow2, a tie"))
    }

    @Test("The hardware cursor stands on the selected point's letter", arguments: [(120, 40), (80, 24), (40, 10)])
    func cursor(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        for letter in ["#", "#", "+", "#"] {
            let frame = state.frame(for: .full)
            let cursor = try #require(frame.cursor)
            #expect(frame.surface[cursor].glyph.text == letter)
            #expect(frame.surface[cursor].style.attributes.contains(.reverse))
            try state.press("n")
        }
    }

    @Test("Measured and not converged points show in text and in style")
    func sources() throws {
        let records = [
            try Fixture.record(.fixed16, accuracy: 80.5), try Fixture.record(.fixed4, accuracy: 76, status: .notConverged),
        ]
        var state = try Fixture.state(120, 40, study: "default", records: records)
        let text = state.text
        #expect(text.contains("A16*") && text.contains("A4*!"))
        #expect(text.contains("* measured") && text.contains("! not converged"))
        try state.press("/,text:source=measured prec=fixed16,enter")
        #expect(state.text.contains(" 80.50    0.82  measured "))
        let cell = try #require(state.frame(for: .plain).cursor)
        #expect(state.frame(for: .plain).surface[cell].style.attributes.contains(.underline))
    }

    @Test("The table is sorted, marked, scrolled and says so")
    func table() throws {
        var state = try Fixture.state(80, 24)
        try state.press("2,s*3,S,g,m")
        let lines = state.lines
        #expect(lines[1].contains("▼acc %"))
        #expect(lines[2].hasPrefix("▸◆ALEX++") && lines[2].contains("82.26"))
        #expect(lines[1].hasSuffix("›"))
        try state.press("l*30")
        #expect(state.lines[1].contains("‹") && state.lines[1].contains("state") && !state.lines[1].hasSuffix("›"))
        #expect(state.lines[2].contains("ALEX++") && state.lines[2].contains("fixed16"))
        #expect(state.lines[22].contains("row 1 · 17 points · 1 marked"))
    }

    @Test("Every column of the table can be brought onto the screen", arguments: [36, 60, 80, 120])
    func columns(width: Int) throws {
        var state = try Fixture.state(width, 24)
        try state.press("2")
        var seen = ""
        for _ in Column.standard {
            seen += state.lines[1]
            try state.press("l")
        }
        for column in Column.standard { #expect(seen.contains(column.heading)) }
    }

    @Test("Bars show every precision with total and the buffers' share, power and area", arguments: [(120, 40), (80, 24)])
    func bars(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press("3")
        let text = state.text
        for precision in Precision.ofThePaper { #expect(text.contains(precision.name)) }
        for part in ["power mW", "area mm²", "1387.8   75.3 %", "16.80   76.0 %"] { #expect(text.contains(part)) }
        for group in ComponentGroup.allCases { #expect(text.contains(group.rawValue)) }
        try state.press("%")
        let full = state.lines.first { $0.contains("float32") }.map { $0.count { "█▓▒░·".contains($0) } }
        let binary = state.lines.first { $0.contains("binary") }.map { $0.count { "█▓▒░·".contains($0) } }
        #expect(full == binary)
    }

    @Test("Where there is room for one pane, left and right choose it")
    func singlePane() throws {
        var state = try Fixture.state(40, 10)
        try state.press("3")
        #expect(state.text.contains("power mW") && !state.text.contains("area mm²"))
        try state.press("l")
        #expect(state.text.contains("area mm²") && !state.text.contains("power mW"))
    }

    @Test("Enter on a bar lists every component with count, cost, formula and source", arguments: 0..<7)
    func components(bar: Int) throws {
        var state = try Fixture.state(120, 60)
        try state.press("3,g,j*\(bar),enter")
        let text = state.text
        for use in state.designs[bar].components {
            #expect(text.contains("\(use.name)  \(use.count.groupedText) × "))
        }
        #expect(text.contains("source: ") && text.contains("× 250 MHz = "))
        try state.press("enter")
        #expect(state.panel == nil)
    }

    @Test("Why shows formula, values, source and the paper's figure")
    func why() throws {
        var state = try Fixture.state(140, 90)
        try state.press("w")
        let text = state.text
        for part in [
            "energy of one image", "formula  (energy of a cycle - idle energy) * cycles", "source   ", "paper    91.00 µJ",
            "Table V",
        ] {
            #expect(text.contains(part))
        }
    }

    @Test(
        "A filter that passes nothing is told on every screen of points, and its end brings the point back",
        arguments: [Screen.frontier, .table, .compare, .layers], [(80, 24), (40, 10), (20, 5)])
    func nothingPasses(screen: Screen, size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press("\(screen.rawValue)")
        let before = state.text
        try state.press("/,text:acc>99.9,enter,esc")
        #expect(state.text.contains(size.0 > 20 ? "no point passes the filter" : "no point passes"), "\(state.text)")
        #expect(!state.text.contains("81.2") && !state.text.contains("conv1"))
        try state.press("/,c-u,enter,esc")
        #expect(state.text == before)
    }

    @Test(
        "The table shows accuracy and energy of the selected point on the smallest screens, too",
        arguments: [(40, 10), (36, 8), (20, 5), (24, 12)])
    func smallTable(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1, study: "default", records: Fixture.shippedRecords())
        try state.press(":select alex++/pow2 published,2")
        #expect(state.text.contains("81.26") && state.text.contains("220.8"), "\(state.text)")
        try state.press("j,:select alex/binary published")
        #expect(state.text.contains("74.84") && state.text.contains("19.52"), "\(state.text)")
        let row = try #require(state.frame(for: .full).cursor)
        #expect(state.lines[row.row].contains("ALEX"))
    }

    @Test("On a narrow table a chosen column is shown when it is sorted by, and chosen columns keep their order")
    func narrowTable() throws {
        var state = try Fixture.state(40, 10)
        try state.press("2,s*6")
        #expect(state.sorting.column == .drop && state.text.contains("drop"))
        try state.press(":columns network power energy")
        let heading = state.lines[1]
        let power = try #require(heading.range(of: "power mW"))
        let energy = try #require(heading.range(of: "energy µJ"))
        #expect(power.lowerBound < energy.lowerBound)
    }

    @Test("A panel scrolls to its end and no further", arguments: [(80, 24), (40, 10), (20, 5)])
    func panelScrolls(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press("?,j*500")
        let last = try #require(PanelText(.help, of: state).lines.last)
        #expect(state.text.contains(last.text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()))
        try state.press("k*500")
        #expect(state.panel?.firstLine == 0)
    }

    @Test("Shares, isolines and the mark of a point can be seen")
    func options() throws {
        var state = try Fixture.state()
        try state.press("m,i")
        #expect(state.text.contains("#1◆") && state.text.contains("┄┄┄"))
        try state.press("3")
        #expect(!state.text.contains(", shares"))
        /// How long the part of the buffers is of each bar, and the bar as a whole, in cells.
        func bars() -> [(buffer: Int, whole: Int)] {
            let named = state.lines.filter { line in Precision.ofThePaper.contains { line.prefix(12).contains($0.name) } }
            return named.prefix(state.designs.count).map { line in
                let pane = line.prefix(line.count / 2)
                return (pane.count { $0 == "█" }, pane.count { "█▓▒░·".contains($0) })
            }
        }
        let absolute = bars()
        #expect(Set(absolute.map(\.whole)).count > 1)
        try state.press("%")
        #expect(state.text.contains("power mW, shares") && state.text.contains("area mm², shares"), "\(state.text)")
        let (shares, full) = (bars(), bars().first?.whole ?? 0)
        #expect(shares.count == state.designs.count && full > 0)
        for (bar, design) in zip(shares, state.designs) {
            let share = design.powerShare(of: .buffer) * Double(full)
            #expect(bar.whole == full && abs(Double(bar.buffer) - share) <= 1, "\(design.precision.name): \(bar)")
        }
        try state.press("%")
        #expect(bars().map(\.whole) == absolute.map(\.whole))
    }

    @Test(
        "Of a point over budget the read-out and why say which limit it breaks and by how much, and the table has a sign for it",
        arguments: [(120, 40), (80, 24), (40, 10)])
    func overBudget(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press(":select alex++/fixed8")
        #expect(!state.text.contains("over budget"))
        try state.press(":budget power<200,:select alex++/fixed8")
        let told = "over budget: power 220.7 > 200 mW"
        // Where the words have no room the sign of the table stands behind the name.
        let isNarrow = size.0 < 80
        #expect(state.text.contains(isNarrow ? "ALEX++ fixed8 ×" : told), "\(state.text)")
        #expect(state.frame(for: .plain).surface.text().contains(isNarrow ? "ALEX++ fixed8 x" : told))
        #expect(PanelText(.why, of: state).lines.first?.text == told)
        try state.press("2,g")
        for _ in state.points.order {
            let row = try #require(state.lines.first { $0.hasPrefix("▸") })
            let power = try #require(state.selectedPoint?.evaluation.power.milliwatts)
            #expect((row.prefix(3).last == "×") == (power >= 200), "\(row)")
            try state.press("j")
        }
        try state.press("m,:budget power<9999")
        #expect(!state.text.contains("over budget") && !state.lines.contains { $0.prefix(3).last == "×" })
    }

    @Test("A trade of a few percent is not rounded to nothing: the opening view says what the next point takes")
    func smallTrade() throws {
        var state = try Fixture.state(160, 40, study: "default", records: Fixture.shippedRecords())
        var ratios: [Double] = []
        for index in state.plot.frontier {
            state.select(state.plot.points[index].position)
            guard let next = state.plot.line.neighbour(of: index, towardsMoreCost: true) else { continue }
            let ratio = state.plot.line.trade(from: index, to: next).costRatio
            ratios.append(ratio)
            #expect(!state.text.contains("for 1.0 ×") && !state.text.contains("for 1.1 ×"))
            #expect(state.text.contains(" for \(ratio.multipleText(of: "energy"))"), "\(state.text)")
        }
        #expect(ratios.contains { $0 < 1.1 })
    }

    @Test("A filter that nothing passes says so", arguments: [Screen.frontier, .table])
    func nothingPasses(screen: Screen) throws {
        var state = try Fixture.state()
        _ = state.update(.screenChosen(screen))
        try state.press("/,text:acc>100,enter")
        #expect(state.text.contains("no point passes the filter") && state.text.contains("0 of 17 points"))
        try state.press("j,k,h,l,n,N,g,G,m,w,esc,/,c-u,enter")
        #expect(state.text.contains("17 points"))
    }

    @Test("Progress and messages stand in the status line")
    func status() throws {
        var state = try Fixture.state()
        _ = state.update(.queueChanged(try Fixture.queue()))
        _ = state.update(.messageArrived("store is read-only"))
        #expect(state.lines[28].hasPrefix(" training alex/float32 25 %, 1 waiting · store is read-only"))
    }

    @Test("A message that is long has the whole status line; the counts come back when it is gone")
    func longMessage() throws {
        var state = try Fixture.state(80, 24)
        let advice = "run 'bitfront datasets fetch cifar10' first: cifar10 is not here"
        _ = state.update(.messageArrived(advice))
        #expect(state.lines[22].contains(advice))
        try state.press("esc")
        #expect(state.lines[22].contains("17 points"))
    }

    @Test("A point that another of the same cost dominates is off the frontier by accuracy alone")
    func sameCost() throws {
        let record = try Fixture.record(.binary, accuracy: 78.21)
        var state = try Fixture.state(120, 40, study: "default", records: [record])
        try state.press(":select alex/binary published")
        #expect(state.text.contains(" 3.37 points off the frontier: dominated by ALEX binary (measured paper)"))
        #expect(!state.text.contains("0.0 %"))
    }
}
