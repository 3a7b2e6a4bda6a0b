/// A checksum against damage, not against malice: FNV-1a (Fowler, Noll and Vo), over words of eight bytes instead of single ones.
struct Checksum {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Takes in one word.
    mutating func add(_ word: UInt64) {
        value = (value ^ word) &* 0x0000_0100_0000_01b3
        // Carries high bits back, which the product alone never does.
        value ^= value >> 29
    }

    /// Takes in bytes, the last word filled with zeros, and their number.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        let whole = bytes.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        }
        var last: UInt64 = 0
        for offset in whole..<bytes.count { last = last << 8 | UInt64(bytes[offset]) }
        add(last)
        add(UInt64(bytes.count))
    }

    /// Takes in text.
    mutating func add(_ text: String) {
        Array(text.utf8).withUnsafeBytes { add($0) }
    }
}
