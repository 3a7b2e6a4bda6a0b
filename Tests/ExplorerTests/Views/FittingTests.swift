import Testing

@testable import Explorer

@Suite("Lines that have to fit")
struct FittingTests {
    private var pieces: Fitting {
        var fitting = Fitting()
        fitting.add("one", rank: 0)
        fitting.add("two", rank: 2)
        fitting.add("three", rank: 1)
        return fitting
    }

    @Test(
        "The least important piece goes first and none is broken",
        arguments: [(17, "one - two - three"), (16, "one - three"), (11, "one - three"), (10, "one"), (2, "one")])
    func oneLine(width: Int, text: String) {
        #expect(pieces.lines(width: width, atMost: 1, separator: " - ", measure: \.count).map(\.text) == [text])
    }

    @Test("With more lines more stays")
    func twoLines() {
        #expect(pieces.lines(width: 9, atMost: 2, separator: " - ", measure: \.count).map(\.text) == ["one - two", "three"])
        #expect(pieces.lines(width: 9, atMost: 0, separator: " - ", measure: \.count).isEmpty)
    }

    @Test("A long line is broken between words, with what follows indented", arguments: 12...60)
    func wrapping(width: Int) {
        let line = TextLine([Phrase("  formula ", .key), Phrase("the energy of a cycle times the number of cycles")])
        let parts = line.wrapped(toColumns: width)
        #expect(parts.allSatisfy { $0.text.count <= width || !$0.text.trimmed.contains(" ") })
        #expect(parts.map(\.text.trimmed).joined(separator: " ") == line.text.trimmed)
        #expect(parts.dropFirst().allSatisfy { $0.text.hasPrefix("    ") })
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
