import Foundation

/// Texts of which many rows have the same, each with the place at which it was first found.
///
/// They are bytes here: texts that only look the same are two.
struct TextPlaces {
    private var texts: [[UInt8]] = []
    /// The place of the last text that was found with a hash. Where another has the same one, the first is found a second time.
    private var places: [UInt64: Int32] = [:]
    private var last: Int32 = 0

    /// The place of a text given by its bytes, which is found faster if it is that of the row before.
    mutating func place(of bytes: UnsafeRawBufferPointer) -> Int32 {
        if isText(bytes, at: last) { return last }
        let hash = Self.hash(of: bytes)
        if let place = places[hash], isText(bytes, at: place) {
            last = place
            return place
        }
        last = Int32(truncatingIfNeeded: texts.count)
        texts.append(Array(bytes))
        places[hash] = last
        return last
    }

    /// The place of a text that others have at a place of theirs.
    mutating func place(of others: TextPlaces, at place: Int32) -> Int32 {
        others.texts[Int(place)].withUnsafeBytes { self.place(of: $0) }
    }

    /// How many texts there are.
    var count: Int { texts.count }

    /// The text at a place; what is no UTF-8 is replaced.
    func text(at place: Int32) -> String { String(decoding: texts[Int(place)], as: UTF8.self) }

    private func isText(_ bytes: UnsafeRawBufferPointer, at place: Int32) -> Bool {
        guard texts.indices.contains(Int(place)), texts[Int(place)].count == bytes.count else { return false }
        guard let start = bytes.baseAddress else { return true }
        return memcmp(texts[Int(place)], start, bytes.count) == 0
    }

    /// The 64-bit FNV-1a hash.
    private static func hash(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// The place of each text in the order of their bytes, as a database orders them.
    var ranks: [Int32] {
        let order = texts.indices.sorted { texts[$0].lexicographicallyPrecedes(texts[$1]) }
        var ranks = [Int32](repeating: 0, count: texts.count)
        for (rank, place) in order.enumerated() { ranks[place] = Int32(truncatingIfNeeded: rank) }
        return ranks
    }
}
