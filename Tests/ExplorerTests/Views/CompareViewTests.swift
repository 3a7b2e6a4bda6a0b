import DesignSpace
import Precision
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
            "ALEX++ power of two (6,16) ties ALEX floating point (32,32)'s accuracy (+0.04, inside ±0.8) for 65 %",
            "layers that differ, energy µJ", "conv1",
        ] { #expect(text.contains(part), "\(part)\n\(text)") }
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
