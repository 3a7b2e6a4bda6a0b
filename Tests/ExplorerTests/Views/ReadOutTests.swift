import Terminal
import Testing

@testable import Explorer

@Suite("What there is to say of a point")
struct ReadOutTests {
    @Test("How far a point is off the frontier is said without gaps within the words")
    func gaps() throws {
        var state = try Fixture.state(160, 50, study: "default", records: try Fixture.shippedRecords())
        try state.press(":whatif sb*0.5")
        var dominated = 0
        for point in state.plot.points where !point.isOnFrontier {
            state.select(point.position)
            let sentence = try #require(ReadOut(state)).sentence.pieces.map(\.line.text).joined(separator: " · ")
            guard sentence.contains(" off the frontier") else { continue }
            dominated += 1
            #expect(!sentence.drop { $0 == " " }.contains("  "), "\(sentence)")
        }
        #expect(dominated > 3)
    }

    @Test("A small screen tells one radix point a layer from one for all", arguments: [(40, 10), (50, 14), (20, 5)])
    func radix(columns: Int, rows: Int) throws {
        var state = try Fixture.state(columns, rows, study: "default", records: try Fixture.shippedRecords())
        try state.press(":select alex++/fixed4@layer")
        #expect(state.text.contains("ALEX++ fixed4@*"), "\(state.text)")
        try state.press(":select alex++/fixed4 measured")
        #expect(state.text.contains("ALEX++ fixed4*"), "\(state.text)")
    }

    @Test("A line is broken between words, and never before a percent sign", arguments: 8...60)
    func percent(width: Int) {
        let text = "ALEX power of two ties ALEX float's accuracy for 35 % of its energy and 18 % of its area, 100 % sure"
        let lines = TextLine(text).wrapped(toColumns: width).map(\.text)
        #expect(!lines.dropFirst().contains { $0.drop { $0 == " " }.hasPrefix("%") }, "\(lines)")
        #expect(lines.allSatisfy { $0.trimmed.count <= max(width, 9) })
        #expect(lines.map(\.trimmed).joined(separator: " ") == text)
    }

    @Test(
        "On a wide screen nothing is cut, the baseline's sentence ends at the right, and with 40 rows the hypervolume is told",
        arguments: [(112, 40), (120, 40), (160, 50), (120, 30)])
    func spread(columns: Int, rows: Int) throws {
        let study = try Fixture.study("default", records: try Fixture.shippedRecords())
        var state = ExplorerState(study, size: Size(columns: columns, rows: rows))
        for position in state.points.rows.indices {
            state.select(position)
            let lines = state.frame(for: .full).surface.lines
            let row = try #require(lines.firstIndex { $0.hasPrefix(" ▸") })
            let below = lines[(row + 1)..<(rows - 2)]
            #expect(!below.contains { $0.contains("…") }, "\(below)")
            if rows >= 40 { #expect(below.contains { $0.contains("hypervolume: measured") }, "\(below)") }
            // Where both sentences do not fit into a line, that against the baseline stands in the next.
            let first = try #require(below.first)
            guard first.contains("points against") || first.contains("ties ALEX") else { continue }
            #expect(first.displayColumns == columns - 2, "\(first)")
        }
    }
}

extension String {
    /// The text without spaces at its ends.
    fileprivate var trimmed: String {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
