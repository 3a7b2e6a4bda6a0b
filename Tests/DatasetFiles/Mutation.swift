import TestSupport

/// Seeded changes to a file: the same seed makes the same files on every machine.
package struct Mutation {
    private var random: SeededGenerator

    /// Starts the sequence that belongs to a seed.
    package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// A whole number from 0 to below `count`.
    package mutating func index(below count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &random) }

    /// One to four changes: a bit, a byte, a byte more or less, an extreme byte or number, a part twice, an end cut off.
    ///
    /// - Parameter head: so many first bytes get half of all changes: a header matters more than pixels do.
    package mutating func changed(_ original: [UInt8], head: Int) -> [UInt8] {
        var bytes = original
        for _ in 0...index(below: 4) where !bytes.isEmpty {
            let isInHead = index(below: 2) == 0
            let place = index(below: isInHead ? min(head, bytes.count) : bytes.count)
            switch index(below: 9) {
            case 0: bytes[place] ^= 1 << UInt8(index(below: 8))
            case 1: bytes[place] = UInt8(index(below: 256))
            case 2: bytes.insert(UInt8(index(below: 256)), at: place)
            case 3: bytes.remove(at: place)
            case 4: bytes[place] = [0, 1, 0x7f, 0x80, 0xff][index(below: 5)]
            case 5, 6: putNumber(into: &bytes, at: place)
            case 7: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 1 + index(below: 32))], at: place)
            default: bytes.removeLast(index(below: bytes.count))
            }
        }
        return bytes
    }

    /// Puts a number of four bytes, in either order, that sizes are often mistaken at.
    private mutating func putNumber(into bytes: inout [UInt8], at place: Int) {
        let numbers: [UInt32] = [
            0, 1, 2, 255, 256, 1024, 4096, 65_536, 1 << 24, 1 << 29, 0x7fff_ffff, 0x8000_0000, 0xffff_fff0, 0xffff_ffff,
        ]
        let number = numbers[index(below: numbers.count)]
        let written = index(below: 2) == 0 ? number.littleEndianBytes : number.bigEndianBytes
        for (offset, byte) in written.enumerated() where place + offset < bytes.count { bytes[place + offset] = byte }
    }
}
