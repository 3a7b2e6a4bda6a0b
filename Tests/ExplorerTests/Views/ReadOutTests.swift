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

    @Test("A line is broken between words, and never before a percent sign", arguments: 8...60)
    func percent(width: Int) {
        let text = "ALEX power of two ties ALEX float's accuracy for 35 % of its energy and 18 % of its area, 100 % sure"
        let lines = TextLine(text).wrapped(toColumns: width).map(\.text)
        #expect(!lines.dropFirst().contains { $0.drop { $0 == " " }.hasPrefix("%") }, "\(lines)")
        #expect(lines.allSatisfy { $0.trimmed.count <= max(width, 9) })
        #expect(lines.map(\.trimmed).joined(separator: " ") == text)
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
