import Testing

@testable import Explorer

@Suite("A typeset table")
struct ImageTableTests {
    private static let table = ImageTable(
        [
            .init(title: "name", form: .words), .init(title: "length", unit: "km"), .init(title: "share", form: .bars),
            .init(title: "depth", unit: "m"),
        ],
        rows: [
            .init(cells: [.init(text: "Elbe"), .init(text: "1094.5", mark: "!"), .init(share: 1), .init(text: "9")]),
            .init(cells: [.init(text: "<Oder> & \u{1b}\u{202e}"), .init(text: "866.0"), .init(share: 0.001), .init(text: "12")]),
            .init(cells: [.init(text: String(repeating: "wide ", count: 90)), .init(text: "—"), .init(share: 0), .init(text: "")]),
            .init(cells: [.init(text: "all"), .init(text: "1960.5"), .init(), .init(text: "21")], look: .sum),
        ])

    private var svg: String { Self.table.elements(left: 16, top: 10).joined(separator: "\n") }

    @Test("Numbers end below each other, with their signs behind them, and words begin below each other")
    func alignment() throws {
        let texts = DrawnText.all(in: svg)
        let numbers = ["length", "km", "1094.5", "866.0", "1960.5", "—"].compactMap { name in texts.first { $0.text == name } }
        #expect(numbers.count == 6 && Set(numbers.map { ($0.box.right * 100).rounded() }).count == 1)
        let words = ["name", "Elbe", "all"].compactMap { name in texts.first { $0.text == name } }
        #expect(words.count == 3 && Set(words.map(\.box.left)).count == 1)
        let mark = try #require(texts.first { $0.text == "!" })
        #expect(mark.box.left >= numbers[0].box.right)
    }

    @Test("No text covers another, and all stay inside the table")
    func room() {
        let texts = DrawnText.all(in: svg)
        for (index, text) in texts.enumerated() {
            #expect(text.box.left >= 16 && text.box.right <= 16 + Self.table.width + 0.01, "\(text.text.prefix(20)) runs out")
            #expect(text.box.top >= 10 && text.box.bottom <= 10 + Self.table.height, "\(text.text.prefix(20)) runs out")
            for other in texts[(index + 1)...] { #expect(!text.box.overlaps(other.box), "\(text.text) covers \(other.text)") }
        }
    }

    @Test("A bar that is not nothing is seen, and one of nothing is not")
    func bars() {
        let widths = svg.split(separator: "\n").filter { $0.hasPrefix("<rect") }.compactMap { DrawnText.number("width", in: $0) }
        #expect(widths.count == 2 && widths[0] == 64 && widths[1] == 0.5)
    }

    @Test("Hostile words stay text")
    func hostile() {
        #expect(svg.contains("&lt;Oder&gt; &amp; \u{fffd}\u{fffd}") && !svg.contains("\u{1b}") && !svg.contains("\u{202e}"))
    }

    @Test("A heading over several columns is as wide as they are, or they become as wide as it is", arguments: [2, 60])
    func spans(length: Int) throws {
        let title = String(repeating: "ab", count: length)
        let table = ImageTable(
            [.init(title: "metric", form: .words), .init(title: "value"), .init(title: "ratio"), .init(title: "value")],
            spans: [.init(title: title, note: "note", columns: 1...2), .init(title: "other", note: "", columns: 3...3)],
            rows: [.init(cells: ["a", "1", "2", "3"].map { .init(text: $0) })])
        let texts = DrawnText.all(in: table.elements(left: 0, top: 0).joined(separator: "\n"))
        for (index, text) in texts.enumerated() {
            for other in texts[(index + 1)...] { #expect(!text.box.overlaps(other.box), "\(text.text) covers \(other.text)") }
        }
        #expect(texts.allSatisfy { $0.box.right <= table.width + 0.01 })
    }
}
