/// Writes gzip for tests; the content is stored as it is, so no compressor is needed.
package enum GzipWriter {
    /// One gzip member with the content in stored blocks (RFC 1952).
    package static func member(_ content: [UInt8]) -> [UInt8] {
        let end = [Checksum.crc32(content), UInt32(truncatingIfNeeded: content.count)].flatMap(\.littleEndianBytes)
        return [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255] + StoredBlocks.of(content) + end
    }
}

/// Writes zlib streams for tests, which hold the content as it is.
package enum ZlibWriter {
    /// A stream with the content in stored blocks (RFC 1950).
    package static func stream(_ content: [UInt8]) -> [UInt8] {
        [0x78, 0x01] + StoredBlocks.of(content) + Checksum.adler32(content).bigEndianBytes
    }
}

/// Content in deflate's stored blocks (RFC 1951, 3.2.4).
enum StoredBlocks {
    static func of(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var start = 0
        repeat {
            let size = min(content.count - start, 65_535)
            let isLast = start + size == content.count
            bytes += [isLast ? 1 : 0] + UInt32(size).littleEndianBytes.prefix(2) + (~UInt32(size)).littleEndianBytes.prefix(2)
            bytes += content[start..<start + size]
            start += size
        } while start < content.count
        return bytes
    }
}
