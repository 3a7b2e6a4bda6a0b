import Foundation

/// Texts of which many rows have the same, each with the place at which it was first found.
struct TextPlaces {
    private var texts: [String] = []
    private var places: [String: Int32] = [:]
    private var last: Int32 = 0
    /// The bytes of the last text, which most often is that of the next row as well.
    private var lastBytes: [UInt8] = []

    /// The place of a text given by its bytes, which is found faster if it is that of the row before.
    mutating func place(of bytes: UnsafeRawBufferPointer) -> Int32 {
        if !texts.isEmpty, isLast(bytes) { return last }
        let text = String(decoding: bytes, as: UTF8.self)
        lastBytes = Array(bytes)
        // Texts that only look the same are two.
        if let place = places[text], texts[Int(place)].utf8.elementsEqual(bytes) {
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

    private func isLast(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let start = bytes.baseAddress else { return lastBytes.isEmpty }
        return lastBytes.count == bytes.count && memcmp(lastBytes, start, bytes.count) == 0
    }

    /// The place of each text in the order of their bytes, as a database orders them.
    var ranks: [Int32] {
        let order = texts.indices.sorted { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }
        var ranks = [Int32](repeating: 0, count: texts.count)
        for (rank, place) in order.enumerated() { ranks[place] = Int32(truncatingIfNeeded: rank) }
        return ranks
    }
}
