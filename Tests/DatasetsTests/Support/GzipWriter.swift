/// Writes gzip for tests; the content is stored as it is, so no compressor is needed.
enum GzipWriter {
    /// One gzip member with the content in stored blocks (RFC 1951, 3.2.4; RFC 1952).
    static func member(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
        var start = 0
        repeat {
            let size = min(content.count - start, 65_535)
            let isLast = start + size == content.count
            bytes += [isLast ? 1 : 0] + littleEndian(UInt32(size)).prefix(2) + littleEndian(~UInt32(size)).prefix(2)
            bytes += content[start..<start + size]
            start += size
        } while start < content.count
        return bytes + littleEndian(checksum(content)) + littleEndian(UInt32(truncatingIfNeeded: content.count))
    }

    private static func littleEndian(_ value: UInt32) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }

    /// CRC-32 bit by bit (RFC 1952, section 8).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { checksum, byte in
            (0..<8).reduce(checksum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ (value >> 1) : value >> 1 }
        }
    }
}
