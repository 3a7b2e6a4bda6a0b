import Testing

@testable import ExperimentStore

@Suite("Texts that many rows have in common")
struct TextPlacesTests {
    @Test("A text has the place at which it was first found, whatever was asked for between")
    func places() {
        var places = TextPlaces()
        let found = ["b", "a", "a", "b", "c", "a"].map { place(of: $0, in: &places) }
        #expect(found == [0, 1, 1, 0, 2, 1])
    }

    @Test("Texts that only look the same are not one")
    func lookalikes() {
        let texts = ["é", "e\u{301}", "K", "\u{212a}"]
        var places = TextPlaces()
        let found = texts.map { place(of: $0, in: &places) }
        #expect(Set(found).count == texts.count)
        #expect(place(of: "K", in: &places) != place(of: "\u{212a}", in: &places))
    }

    @Test("The order is that of the bytes")
    func order() {
        let texts = ["fixed:10,8", "fixed8", "é", "Z", "fixed:1,8", "a", "\u{1f600}", "\u{ffff}"]
        var places = TextPlaces()
        for text in texts { _ = place(of: text, in: &places) }
        let ordered = zip(places.ranks, texts).sorted { $0.0 < $1.0 }.map(\.1)
        #expect(ordered == texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    private func place(of text: String, in places: inout TextPlaces) -> Int32 {
        var text = text
        return text.withUTF8 { places.place(of: UnsafeRawBufferPointer($0)) }
    }
}
