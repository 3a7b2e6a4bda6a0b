/// Eight bytes of a text, the first of them the lowest.
///
/// What was found among them is a word too: the high bit of each byte that is meant.
struct EightBytes {
    let word: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Those that are equal to one.
    func equal(to byte: UInt8) -> UInt64 {
        let difference = word ^ (Self.ones &* UInt64(byte))
        return ~(((difference & ~Self.highBits) &+ ~Self.highBits) | difference) & Self.highBits
    }

    /// Those that are not less than one, which is ASCII.
    func atLeast(_ byte: UInt8) -> UInt64 {
        (((word & ~Self.highBits) &+ Self.ones &* UInt64(0x80 - byte)) | word) & Self.highBits
    }
}

extension UnsafeRawBufferPointer {
    /// The first place from one on with a byte of some kind, looked for in eight at a time; `count` or more if there is none.
    ///
    /// - Parameter wanted: which of eight bytes are of that kind; zero is not.
    @inline(__always)
    func firstPlace(from start: Int, _ wanted: (EightBytes) -> UInt64) -> Int {
        var place = start
        while place < count {
            let found = wanted(EightBytes(word: word(at: place)))
            if found != 0 { return place + found.trailingZeroBitCount / 8 }
            place += 8
        }
        return place
    }

    /// Eight bytes, those behind the end zero.
    @inline(__always)
    private func word(at place: Int) -> UInt64 {
        if place + 8 <= count { return UInt64(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
        return self[place...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
