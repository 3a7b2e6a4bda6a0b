import DesignSpace
import HardwareModel
import Precision
import Quantities
import Terminal
import Testing

@testable import Explorer

@Suite("The Compare screen")
struct CompareViewTests {
    @Test("Marked points stand side by side with ratios, a verdict and their layers; a difference inside the interval is a tie")
    func sideBySide() throws {
        var state = try Fixture.state(140, 50)
        try state.press("/,text:net=alex prec=float32,enter,m,/,c-u,text:net=alex++ prec=pow2,enter,m,/,c-u,enter,4")
        let text = state.text
        for part in [
            "A ALEX float32", "# ALEX++ pow2", "81.22 ±0.8", "81.26 ±0.8  +0.04 a tie", "337.5", "× 0.654",
            "ALEX++ power of two (6,16) ties ALEX floating point (32,32)'s accuracy (+0.04, inside ±0.81) for 65 %",
            "layers that differ, energy µJ", "conv1",
        ] { #expect(text.contains(part), "\(part)\n\(text)") }
    }

    @Test(
        "Whatever the accelerator is thought to be, a small one or one that takes nothing, points stand side by side",
        arguments: [
            "neurons=4 synapses=4", "sb=1 nbin=1 nbout=1 clock=1",
            Component.allCases.map { "\($0.rawValue).energy=0" }.joined(separator: " "),
        ])
    func smallest(change: String) throws {
        for columns in [60, 120, 200] {
            var state = try Fixture.state(columns, 40, study: "default", records: Fixture.shippedRecords())
            try state.press(":whatif \(change),:mark alex/float32 measured strong,:mark alex/fixed4@layer,4")
            for screen in 1...5 {
                try state.press("\(screen)")
                let isFree = state.selectedPoint?.evaluation.energy == .zero
                #expect(screen != 1 || state.text.contains("than nothing") == isFree && !state.text.contains("No accuracy"))
                #expect(screen != 5 || !isFree || !state.text.contains("100.0'"), "\(state.text)")
                #expect(state.lines.count == 40 && !state.text.contains("nan") && !state.text.contains("inf "), "\(state.text)")
            }
            guard case .export(let export) = try state.press("4,:,text:export svg,enter").first,
                case .picture(let svg) = export.content
            else {
                Issue.record("nothing is exported")
                return
            }
            #expect(!svg.contains("nan") && !svg.contains("\"inf"))
        }
    }

    @Test("A verdict between runs of two recipes names both, also where the designs differ")
    func recipes() throws {
        var state = try Fixture.state(120, 40, study: "default", records: Fixture.shippedRecords())
        try state.press(":mark alex/pow2 measured paper,:mark alex/fixed4 measured strong,4")
        let words = state.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            words.contains(
                "ALEX fixed point (4,4) as measured (strong) beats ALEX power of two (6,16)'s measured (paper) accuracy (+"
            ),
            "\(state.text)")
    }

    @Test("Equal values have bars of one length in every column", arguments: 115...124)
    func bars(width: Int) throws {
        var state = try Fixture.state(width, 40, study: "default", records: Fixture.shippedRecords())
        try state.press(":mark alex/float32,:mark alex/fixed32,:mark alex/fixed16,4")
        let lines = state.lines.filter { $0.contains(" cycles ") || $0.contains(" MACs ") }
        #expect(lines.count == 2, "\(state.text)")
        for line in lines {
            let bars = line.split { $0 != "▄" }.map(\.count)
            #expect(bars.count == 3 && Set(bars).count == 1, "\(line)")
        }
    }

    @Test("The selected point is moved among those that are compared, and the first is what the others are compared with")
    func order() throws {
        var state = try Fixture.state(160, 40)
        try state.press(":mark alex/float32,:mark alex++/pow2,:mark alex++/binary,:select alex++/binary,4")
        func names() -> [String] { ComparedPoints(state).points.map(\.point.reference.name) }
        try state.press("<")
        #expect(names() == ["alex/float32", "alex++/binary", "alex++/pow2"] && state.message == "compared with ALEX float32")
        try state.press("<")
        #expect(names() == ["alex++/binary", "alex/float32", "alex++/pow2"] && state.message == "compared with ALEX++ binary")
        #expect(state.selectedName == "alex++/binary" && state.text.contains("the others are compared with it"))
        var other = try Fixture.state(160, 40)
        try other.press(ViewCommand(state).keys)
        #expect(other.marks == state.marks)
        try state.press("<")
        #expect(names()[0] == "alex++/binary" && state.message == "it is the first already")
        try state.press(">*3")
        #expect(names() == ["alex/float32", "alex++/pow2", "alex++/binary"] && state.message == "it is the last already")
        try state.press(":,text:earlier,enter")
        #expect(names() == ["alex/float32", "alex++/binary", "alex++/pow2"])
        try state.press(":select alex/fixed8,<")
        #expect(state.message == "choose one of the compared points first: h l")
    }

    @Test("Points that are compared without marks are marked when they are moved; marks elsewhere stay")
    func orderWithoutMarks() throws {
        var state = try Fixture.state(120, 40, study: "default")
        try state.press(":mark lenet/fixed8,:select alex++/pow2,4,<")
        #expect(state.marks.map(\.point.reference.name) == ["alex++/pow2", "alex/float32", "lenet/fixed8"])
        #expect(ComparedPoints(state).points.map(\.point.reference.name) == ["alex++/pow2", "alex/float32"])
        #expect(state.selectedName == "alex++/pow2")
    }

    @Test("A heading stands with what is below it, and what is not on the screen is told of", arguments: 16...40)
    func scrolled(rows: Int) throws {
        var state = try Fixture.state(80, rows)
        try state.press("4")
        let all = try #require(
            ComparedPoints(state).rows.last.flatMap { row in
                if case .layer(let name, _) = row { name } else { nil }
            })
        for _ in 0..<30 {
            let lines = state.lines
            if let heading = lines.firstIndex(where: { $0.contains("layers that differ") }) {
                #expect(lines[heading + 1].contains("conv1"), "\(state.text)")
            }
            let isWhole = lines.contains { $0.contains(" \(all) ") } && state.compare.firstRow == 0
            #expect(isWhole || lines.contains { $0.contains("lines \(state.compare.firstRow + 1)-") }, "\(state.text)")
            try state.press("j")
        }
    }

    @Test("Without marks the selected point stands beside the baseline, and the baseline beside a frontier point")
    func withoutMarks() throws {
        var state = try Fixture.state()
        try state.press("4")
        let compared = ComparedPoints(state)
        #expect(compared.points.count == 2 && compared.points[0].isBaseline)
        #expect(compared.positions[1] == state.selectedPosition)
        try state.press("/,text:net=alex prec=float32,enter")
        #expect(ComparedPoints(state).points.count == 2)
    }

    @Test("At most four points are compared, and moving goes from one to the next", arguments: [120, 80, 60])
    func four(width: Int) throws {
        var state = try Fixture.state(width, 24)
        try state.press("2,g,m,j,m,j,m,j,m,j,m,4")
        let positions = ComparedPoints(state).positions
        #expect(positions.count == 4)
        for position in positions {
            try state.press("h*9")
            while state.selectedPosition != position { try state.press("l") }
            let cell = try #require(state.frame(for: .full).cursor)
            #expect(state.frame(for: .full).surface[cell].style.attributes.contains(.reverse))
        }
    }

    @Test(
        "Nothing of three or four points is cut: what has no room beside a figure stands below it",
        arguments: [(80, 24), (80, 40), (40, 10)])
    func uncut(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press(":mark alex/float32,:mark alex++/pow2,:mark alex++/binary,4")
        for _ in 0..<3 {
            #expect(!state.lines.dropFirst().contains { $0.contains("…") }, "\(state.text)")
            #expect(state.text.contains("acc %") && state.text.contains("energy µJ") && state.text.contains("× 0."))
            try state.press("l")
        }
        #expect(state.text.contains("-0.70 a tie"), "\(state.text)")
        try state.press(":mark alex+/fixed16,g,l")
        #expect(!state.lines.dropFirst().contains { $0.contains("…") }, "\(state.text)")
        #expect(state.text.contains("82.0") || state.text.contains("81.2"))
    }

    @Test("Of points that have no room beside others it is said how many there are, and the keys bring them")
    func paged() throws {
        var state = try Fixture.state(40, 10)
        try state.press(":mark alex/float32,:mark alex++/pow2,:mark alex++/binary,4,h*3")
        #expect(state.text.contains("2 of 3") && state.text.contains("81.26"))
        try state.press("l*2")
        #expect(state.text.contains("81.22") && state.text.contains("80.52") && state.text.contains("89.75"))
    }

    @Test(
        "On the smallest screens accuracy and energy of the selected point stand with their differences",
        arguments: [(20, 5), (30, 8), (40, 8), (60, 6)])
    func smallest(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press(":mark alex/float32,:mark alex++/pow2,4,l*2")
        for part in ["ALEX++ pow2", "81.26", "+0.04", "220.8", "× 0.654"] { #expect(state.text.contains(part), "\(state.text)") }
        try state.press("h")
        #expect(state.text.contains("81.22") && state.text.contains("337.6"))
    }

    @Test("How points come to be compared is told in full on a small screen", arguments: [(40, 10), (20, 8)])
    func nothing(size: (Int, Int)) throws {
        let study = try Fixture.study(title: "one", points: [(.float32, 80)])
        var state = ExplorerState(study, size: Size(columns: size.0, rows: size.1))
        try state.press("4")
        let words = state.text.split { $0.isWhitespace }.joined(separator: " ")
        #expect(words.contains("mark two to four points to compare: m on any screen"), "\(state.text)")
    }

    @Test("A fifth mark is said not to be compared, when it is set, when the screen is opened and in the status line")
    func fifth() throws {
        var state = try Fixture.state(100, 30)
        try state.press("2,g,m,j,m,j,m,j,m")
        #expect(!state.text.contains("of 4 marked"))
        try state.press("j,m")
        #expect(state.text.contains("the first 4 of 5 marked are compared: m unmarks"))
        try state.press("4")
        #expect(state.text.contains("the first 4 of 5 marked are compared: m unmarks"))
        try state.press("l")
        #expect(state.text.contains("4 of 5 marked"))
        try state.press("l*9")
        #expect(ComparedPoints(state).positions.last == state.selectedPosition)
    }

    @Test("It scrolls to its end and no further", arguments: [(120, 20), (80, 12), (40, 10), (20, 5)])
    func scrolls(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press("4,G")
        let end = state.text
        try state.press("j*3")
        #expect(state.text == end)
        try state.press("g")
        #expect(state.compare.firstRow == 0)
    }

    @Test("Without marks a point is compared with the baseline of its own source")
    func ownBaseline() throws {
        let records = [try Fixture.record(.float32, accuracy: 83), try Fixture.record(.fixed8, accuracy: 83.2)]
        var state = try Fixture.state(120, 40, study: "default", records: records)
        try state.press(":select alex/fixed8 measured,4")
        let compared = ComparedPoints(state)
        #expect(compared.points.map { $0.accuracy?.source } == [.measured, .measured])
        try state.press(":select alex/fixed8 published")
        #expect(ComparedPoints(state).points.map { $0.accuracy?.source } == [.published, .published])
    }

    @Test("Moving on the bars keeps the source of the selected point")
    func barsKeepSource() throws {
        let records = [try Fixture.record(.float32, accuracy: 83), try Fixture.record(.fixed8, accuracy: 83.2)]
        var state = try Fixture.state(120, 40, study: "default", records: records)
        try state.press(":select alex/fixed8 measured,3,:bar fixed8")
        try state.press("g")
        #expect(state.selectedName == "alex/float32" && state.selection?.source == .measured)
    }
}
