/// Writes numbers, texts and arrays as bytes, little-endian, with a checksum at the end.
struct ByteWriter {
    private var bytes: [UInt8] = []

    /// Writes a whole number in eight bytes.
    mutating func write(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Writes a whole number that may be negative in eight bytes.
    mutating func write(_ value: Int) {
        write(UInt64(bitPattern: Int64(value)))
    }

    /// Writes a number in eight bytes.
    mutating func write(_ value: Double) {
        write(value.bitPattern)
    }

    /// Writes a text: the number of its bytes in UTF-8, and these.
    mutating func write(_ text: String) {
        write(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    /// Writes numbers: how many, and four bytes each.
    mutating func write(_ values: [Float]) {
        write(UInt64(values.count))
        bytes.reserveCapacity(bytes.count + 4 * values.count)
        #if _endian(little)
            values.withUnsafeBytes { bytes.append(contentsOf: $0) }
        #else
            for value in values { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) } }
        #endif
    }

    /// Writes bytes as they are, whose number the reader knows.
    mutating func write(bytes: [UInt8]) {
        self.bytes += bytes
    }

    /// Everything written, with the checksum behind it.
    consuming func finished() -> [UInt8] {
        var checksum = Checksum()
        bytes.withUnsafeBytes { checksum.add($0) }
        write(checksum.value)
        return bytes
    }
}
