/// Texts of which many rows have the same, each with the place at which it was first found.
struct TextPlaces {
    private var texts: [String] = []
    private var places: [String: Int32] = [:]
    private var last: Int32 = 0

    /// The place of a text given by its bytes, which is found faster if it is that of the row before.
    mutating func place(of bytes: UnsafeRawBufferPointer) -> Int32 {
        if !texts.isEmpty, isSame(bytes, at: last) { return last }
        let text = String(decoding: bytes, as: UTF8.self)
        if let place = places[text], isSame(bytes, at: place) {
            last = place
            return place
        }
        last = Int32(truncatingIfNeeded: texts.count)
        texts.append(text)
        places[text] = last
        return last
    }

    /// The text at a place.
    func text(at place: Int32) -> String { texts[Int(place)] }

    /// Whether a text is the one at a place to the byte: texts that only look the same are two.
    private func isSame(_ bytes: UnsafeRawBufferPointer, at place: Int32) -> Bool {
        let isSame = texts[Int(place)].utf8.withContiguousStorageIfAvailable { known in
            known.count == bytes.count && UnsafeRawBufferPointer(known).elementsEqual(bytes)
        }
        return isSame ?? texts[Int(place)].utf8.elementsEqual(bytes)
    }

    /// The place of each text in the order of their bytes, as a database orders them.
    var ranks: [Int32] {
        let order = texts.indices.sorted { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }
        var ranks = [Int32](repeating: 0, count: texts.count)
        for (rank, place) in order.enumerated() { ranks[place] = Int32(truncatingIfNeeded: rank) }
        return ranks
    }
}
