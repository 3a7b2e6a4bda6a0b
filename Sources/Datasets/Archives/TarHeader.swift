/// The header of a member of a tar archive: 512 bytes (POSIX.1-1988 ustar, with GNU's and POSIX.1-2001's longer names).
struct TarHeader {
    /// What a member is.
    enum Kind: Equatable {
        /// An ordinary file.
        case file
        /// Its content is the name of the member behind it (GNU).
        case longName
        /// Its content is `length key=value` lines about the member behind it (POSIX.1-2001).
        case extended
        /// A folder, a link, a device: nothing that a data set needs.
        case other
    }

    /// The bytes of a header, and the unit in which contents are stored.
    static let size = 512

    let kind: Kind
    /// The path, not to be trusted.
    let path: String
    /// The bytes of the content.
    let byteCount: Int

    /// Reads a header; nil for the block of zeros that ends an archive.
    ///
    /// - Throws: a reason in words, for a checksum that does not fit or a number that is none.
    init?(_ block: [UInt8]) throws(TarDamage) {
        guard block.contains(where: { $0 != 0 }) else { return nil }
        guard block.count == Self.size, try Self.checksum(of: block) == Self.number(block[148..<156], called: "checksum") else {
            throw TarDamage(reason: "the member header's checksum is wrong")
        }
        byteCount = try Self.number(block[124..<136], called: "size")
        let name = Self.text(block[0..<100])
        let prefix = Array(block[257..<262]) == Array("ustar".utf8) ? Self.text(block[345..<500]) : ""
        path = prefix.isEmpty ? name : "\(prefix)/\(name)"
        kind =
            switch block[156] {
            case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): .file
            case UInt8(ascii: "L"): .longName
            case UInt8(ascii: "x"): .extended
            default: .other
            }
    }

    /// Bytes up to the first zero.
    static func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }

    /// The sum of all bytes, those of the checksum itself taken as spaces.
    private static func checksum(of block: [UInt8]) -> Int {
        block.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
    }

    /// Octal digits between spaces and zeros, or behind a set first bit a big-endian number (GNU).
    private static func number(_ field: ArraySlice<UInt8>, called name: String) throws(TarDamage) -> Int {
        if let first = field.first, first & 0x80 != 0 {
            guard first == 0x80, field.dropFirst().prefix(4).allSatisfy({ $0 == 0 }) else {
                throw TarDamage(reason: "the \(name) of a member is absurd")
            }
            return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
        }
        let digits = field.drop { $0 == UInt8(ascii: " ") }.prefix { $0 != 0 && $0 != UInt8(ascii: " ") }
        guard let number = digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 8), number >= 0 else {
            throw TarDamage(reason: "the \(name) of a member is no octal number")
        }
        return number
    }
}

/// Why a block is no header.
struct TarDamage: Error {
    let reason: String
}
