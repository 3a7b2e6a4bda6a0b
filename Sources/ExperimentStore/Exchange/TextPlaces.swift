/// Texts of which many rows have the same, each with the place at which it was first found.
struct TextPlaces {
    private var texts: [String] = []
    private var places: [String: Int32] = [:]
    private var last: Int32 = 0
    /// Whether every text is of ASCII, beside which nothing else of as many bytes looks the same.
    private var areASCII = true

    /// The place of a text, which is found faster if it is that of the row before.
    mutating func place(of text: String) -> Int32 {
        if !texts.isEmpty, isSame(text, at: last) { return last }
        if let place = places[text], isSame(text, at: place) {
            last = place
            return place
        }
        last = Int32(truncatingIfNeeded: texts.count)
        texts.append(text)
        areASCII = areASCII && text.utf8.allSatisfy { $0 < 0x80 }
        places[text] = last
        return last
    }

    /// Whether a text is the one at a place to the byte: texts that only look the same are two.
    private func isSame(_ text: String, at place: Int32) -> Bool {
        let known = texts[Int(place)]
        return known == text && (known.utf8.count == text.utf8.count && areASCII || known.utf8.elementsEqual(text.utf8))
    }

    /// The place of each text in the order of their bytes, as a database orders them.
    var ranks: [Int32] {
        let order = texts.indices.sorted { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }
        var ranks = [Int32](repeating: 0, count: texts.count)
        for (rank, place) in order.enumerated() { ranks[place] = Int32(truncatingIfNeeded: rank) }
        return ranks
    }
}
